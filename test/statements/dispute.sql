-- dispute_open 未结案
-- open_days 受理后未结天数
-- dispute_people 涉及人数
-- violent 暴力或家暴苗头
with 
fresh as materialized (
    select place.settlement_code,
    false or exists (
      select from register_feed feed
      where feed.register = 'dispute' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 14 and feed.data_date <= date '2024-06-30') as dispute
    from unnest('{"522301A001"}'::text[]) as place (settlement_code)
)
select dispute.settlement_code, dispute.case_no as subject_key, null::text as household_no, null::text as community_code, null::text as building_code,
    case when fresh.dispute then (closed_on is null or closed_on > date '2024-06-30') end as dispute_open,
    case when fresh.dispute then case when (closed_on is null or closed_on > date '2024-06-30') then date '2024-06-30' - accepted_on else 0 end end as open_days,
    case when fresh.dispute then people end as dispute_people,
    case when fresh.dispute then coalesce(escalation && '{2,4}', false) end as violent
  from (
    select case_no, settlement_code, accepted_on, closed_on, people, escalation from dispute
    where settlement_code = any('{"522301A001"}'::text[]) and accepted_on <= date '2024-06-30'
  ) dispute
  join fresh on fresh.settlement_code = dispute.settlement_code
  
