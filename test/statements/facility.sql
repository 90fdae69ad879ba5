-- operating 应开放
-- closed_days 停用天数
-- announced 已预告停用
with 
fresh as materialized (
    select place.settlement_code,
    false or exists (
      select from register_feed feed
      where feed.register = 'facility' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as facility,
    false or exists (
      select from register_feed feed
      where feed.register = 'service_log' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 7 and feed.data_date <= date '2024-06-30') as service_log
    from unnest('{"522301A001"}'::text[]) as place (settlement_code)
)
select facility.settlement_code, facility.facility_no as subject_key, null::text as household_no, null::text as community_code, null::text as building_code,
    case when fresh.facility then (opened_on is null or opened_on <= date '2024-06-30') and coalesce(status in ('3', '4', '5'), false) end as operating,
    case when fresh.facility then case when status in ('4', '5') then date '2024-06-30' - status_since else 0 end end as closed_days,
    case when fresh.service_log then closure.facility_no is not null end as announced
  from (
    select facility_no, settlement_code, opened_on, status, status_since from facility
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select facility_no, settlement_code, opened_on, status, status_since from facility_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
  ) facility
  join fresh on fresh.settlement_code = facility.settlement_code
  
  left join (
    select distinct facility_no
    from (
    select facility_no from service_log
    where from_at <= timestamptz '2024-06-30T23:59:59+08:00' and log_type = '10' and announced and from_at < timestamptz '2024-06-30T23:59:59+08:00' and (to_at is null or to_at > timestamptz '2024-06-30T23:59:59+08:00')
      and (announced_at is null or announced_at > timestamptz '2024-06-30T23:59:59+08:00' or announced_at <= from_at - interval '3 days')
    ) service_log
  ) closure on closure.facility_no = facility.facility_no
