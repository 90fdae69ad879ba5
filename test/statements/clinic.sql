-- clinic_open 已启用
-- no_doctor_days 缺医停诊天数
-- drug_rate 基药配备率
with 
fresh as materialized (
    select place.settlement_code,
    false or exists (
      select from register_feed feed
      where feed.register = 'clinic' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as clinic,
    false or exists (
      select from register_feed feed
      where feed.register = 'service_log' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 7 and feed.data_date <= date '2024-06-30') as service_log
    from unnest('{"522301A001"}'::text[]) as place (settlement_code)
)
select clinic.settlement_code, clinic.org_no as subject_key, null::text as household_no, null::text as community_code, null::text as building_code,
    case when fresh.clinic then opened_on is null or opened_on <= date '2024-06-30' end as clinic_open,
    case when fresh.clinic and fresh.service_log then greatest(closed.days, case when on_duty = 0 then 1 when on_duty > 0 then 0 end) end as no_doctor_days,
    case when fresh.clinic then drug_rate::float8 end as drug_rate
  from (
    select org_no, settlement_code, opened_on, on_duty, drug_rate from clinic
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select org_no, settlement_code, opened_on, on_duty, drug_rate from clinic_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
  ) clinic
  join fresh on fresh.settlement_code = clinic.settlement_code
  
  left join (
    select clinic_no, max(date '2024-06-30' - (from_at at time zone 'Asia/Shanghai')::date) as days
    from (
    select clinic_no, from_at from service_log
    where from_at <= timestamptz '2024-06-30T23:59:59+08:00' and log_type = '9' and from_at < timestamptz '2024-06-30T23:59:59+08:00' and (to_at is null or to_at > timestamptz '2024-06-30T23:59:59+08:00')
    ) service_log
    group by clinic_no
  ) closed on closed.clinic_no = clinic.org_no
