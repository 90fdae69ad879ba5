-- person_count 常住人数
-- household_count 户数
-- ten_ones_open 在用"十个一"类型数
-- has_party_centre 党群服务中心在用
-- has_health_site 卫生服务机构在用
-- gp_count 全科医生数
-- gp_per_10k 每万人全科医生
-- outage_hours 市政中断时长
-- water_failed 饮用水水质不合格
-- has_lift 有电梯
-- lift_down_hours 电梯停运时长
-- inspection_overdue_days 电梯检验逾期天数
-- fire_down_hours 消防设施停用时长
-- equipment_accident 设备困人或事故
-- labour_employed 已就业劳动力
-- labour_willing 有就业意愿劳动力
-- employment_rate 就业率
-- employment_rate_ex_post 就业率(不含公益岗)
-- returned_one_employer 同一单位集中失业返乡人数
-- returned_count 近30天失业返乡人数
-- returned_pct 近30天失业返乡比例
-- building_count 楼栋数
-- buildings_led 有楼栋长的楼栋
-- leader_vacancy_pct 楼栋长空缺率
-- households_per_leader 每名楼栋长户数
-- has_party_body 有党组织
-- governance_gaps 治理力量缺项
with 
fresh as materialized (
    select place.settlement_code,
    false or exists (
      select from register_feed feed
      where feed.register = 'facility' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as facility,
    false or exists (
      select from register_feed feed
      where feed.register = 'clinic' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as clinic,
    false or exists (
      select from register_feed feed
      where feed.register = 'service_log' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 7 and feed.data_date <= date '2024-06-30') as service_log,
    false or exists (
      select from register_feed feed
      where feed.register = 'device' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as device,
    false or exists (
      select from register_feed feed
      where feed.register = 'employment' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 14 and feed.data_date <= date '2024-06-30') as employment,
    false or exists (
      select from register_feed feed
      where feed.register = 'labour_export' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as labour_export,
    false or exists (
      select from register_feed feed
      where feed.register = 'building_leader' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 400 and feed.data_date <= date '2024-06-30') as building_leader,
    false or exists (
      select from register_feed feed
      where feed.register = 'party_body' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 184 and feed.data_date <= date '2024-06-30') as party_body,
    false or exists (
      select from register_feed feed
      where feed.register = 'street_community' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 400 and feed.data_date <= date '2024-06-30') as street_community,
    false or exists (
      select from register_feed feed
      where feed.register = 'work_team' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 184 and feed.data_date <= date '2024-06-30') as work_team,
    false or exists (
      select from register_feed feed
      where feed.register = 'police_room' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 400 and feed.data_date <= date '2024-06-30') as police_room,
    false or exists (
      select from register_feed feed
      where feed.register = 'safety_group' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 184 and feed.data_date <= date '2024-06-30') as safety_group,
    false or exists (
      select from register_feed feed
      where feed.register = 'wechat_group' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 184 and feed.data_date <= date '2024-06-30') as wechat_group
    from unnest('{"522301A001"}'::text[]) as place (settlement_code)
),
hh as materialized (
  select household_no, settlement_code, community_code, building_code, movein_date, household_type, status, coliving_count
  from (
    select household_no, settlement_code, community_code, building_code, movein_date, household_type, status, coliving_count, left_on from household
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select household_no, settlement_code, community_code, building_code, movein_date, household_type, status, coliving_count, left_on from household_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
  ) household
  where movein_date <= date '2024-06-30' and case when left_on is null then coalesce(status not in ('5', '6'), true) else left_on > date '2024-06-30' end
),
p as materialized (
  select *, able and not in_school as labour, able and not coalesce(in_school, false) as lab
  from (
    select *, case
      when school_status is not null then school_status in ('1', '2', '3', '4', '5', '6', '7')
      when age >= 25 or age < 3 then false
    end as in_school, age between 16 and 59 and coalesce(labour_ability in ('1', '2', '3'), false) and not tags && '{16,17,18}' as able
    from (
  select *, date_part('year', age((date '2024-06-30')::timestamp, (birth_date)::timestamp))::int as age, greatest(0, date_part('year', age((date '2023-08-31')::timestamp, (birth_date)::timestamp))::int) as school_age
  from (
    select person_no, hh.household_no, hh.settlement_code, hh.community_code, hh.building_code, hh.movein_date, hh.household_type, birth_date,
      coalesce(special_tags, '{}') as tags, school_status, guardian_status, labour_ability
    from (
    select person_no, household_no, birth_date, special_tags, school_status, guardian_status, labour_ability, joined_on, end_date from person
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select person_no, household_no, birth_date, special_tags, school_status, guardian_status, labour_ability, joined_on, end_date from person_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) person join hh using (household_no)
    where birth_date <= date '2024-06-30' and (joined_on is null or joined_on <= date '2024-06-30') and (end_date is null or end_date > date '2024-06-30')
  ) member
  offset 0
    ) counted
    offset 0
  ) person
),
emp as materialized (
  select person_no, emp_form, arrears_days, guidance_count, offer_count, employer, since, job,
    not job and coalesce(emp_status in ('1', '2'), false) and coalesce(job_wish in ('1', '2'), false)
      and exempt_reason is null and coalesce(refused_count, 0) < 3 as seek
  from (
    select *, coalesce(nullif(employer_uscc, ''), nullif(employer_name, '')) as employer,
      coalesce(unemployed_on, case when emp_status = '1' then end_on end, start_on) as since,
      coalesce(emp_status = '1' and (end_on is null or end_on > date '2024-06-30'), false) as job
    from (
    select person_no, emp_status, emp_form, employer_uscc, employer_name, start_on, end_on, unemployed_on, job_wish, exempt_reason, refused_count, guidance_count, offer_count, arrears_days from employment
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select person_no, emp_status, emp_form, employer_uscc, employer_name, start_on, end_on, unemployed_on, job_wish, exempt_reason, refused_count, guidance_count, offer_count, arrears_days from employment_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) employment
    offset 0
  ) termed
),
returned as (
  select p.settlement_code, p.person_no, emp.employer
  from p join emp using (person_no)
  where emp.seek and emp.since > date '2024-06-30' - 30
  union
  select p.settlement_code, p.person_no, coalesce(nullif(export.employer_uscc, ''), nullif(export.employer_name, ''))
  from p join (
    select person_no, employer_uscc, employer_name from labour_export
    where settlement_code = any('{"522301A001"}'::text[]) and depart_on <= date '2024-06-30' and returned_on > date '2024-06-30' - 30 and returned_on <= date '2024-06-30' and return_reason = '1'
  ) export using (person_no)
),
house as materialized (
    select building_code, settlement_code from building
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select building_code, settlement_code from building_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
)
select settlement.settlement_code, settlement.settlement_code as subject_key, null::text as household_no, null::text as community_code, null::text as building_code,
    coalesce(residents.persons, 0) as person_count,
    coalesce(homes.households, 0) as household_count,
    case when fresh.facility then coalesce(provision.types, 0) end as ten_ones_open,
    case when fresh.facility then coalesce(provision.party_centre, false) end as has_party_centre,
    case when fresh.facility then coalesce(provision.health_site, false) end as has_health_site,
    case when fresh.clinic then case when medicine.gps_unknown then null else coalesce(medicine.gps, 0) end end as gp_count,
    (10000.0::float8 * (case when fresh.clinic then case when medicine.gps_unknown then null else coalesce(medicine.gps, 0) end end)) / nullif(coalesce(residents.persons, 0), 0) as gp_per_10k,
    case when fresh.service_log then coalesce(log.outage_hours, 0) end as outage_hours,
    case when fresh.service_log then coalesce(log.water_failed, false) end as water_failed,
    case when fresh.device then lift.settlement_code is not null end as has_lift,
    case when fresh.service_log then coalesce(log.lift_hours, 0) end as lift_down_hours,
    case
        when not (case when fresh.device then lift.settlement_code is not null end) then 0
        when (case when fresh.device then lift.settlement_code is not null end) and (lift.overdue_days > 0 or not lift.due_unknown) then lift.overdue_days
      end as inspection_overdue_days,
    case when fresh.service_log then coalesce(log.fire_hours, 0) end as fire_down_hours,
    case when fresh.service_log then coalesce(log.accident, false) end as equipment_accident,
    case when fresh.employment then coalesce(labour.employed, 0) end as labour_employed,
    case when fresh.employment then coalesce(labour.willing, 0) end as labour_willing,
    case when fresh.employment then case when labour.known * 10 >= labour.persons * 9 then (100.0::float8 * labour.employed) / nullif(labour.willing, 0) end end as employment_rate,
    case when fresh.employment then case when labour.known * 10 >= labour.persons * 9 then (100.0::float8 * labour.employed_ex_post) / nullif(labour.willing, 0) end end as employment_rate_ex_post,
    case when fresh.employment and fresh.labour_export then coalesce(one_employer.persons, 0) end as returned_one_employer,
    case when fresh.employment and fresh.labour_export then coalesce(back.persons, 0) end as returned_count,
    case
        when (case when fresh.employment and fresh.labour_export then coalesce(back.persons, 0) end) = 0 then 0
        else (100.0::float8 * (case when fresh.employment and fresh.labour_export then coalesce(back.persons, 0) end)) / ((case when fresh.employment then coalesce(labour.employed, 0) end) + (case when fresh.employment and fresh.labour_export then coalesce(back.persons, 0) end))
      end as returned_pct,
    coalesce(houses.buildings, 0) as building_count,
    case when fresh.building_leader then coalesce(houses.led, 0) end as buildings_led,
    (100.0::float8 * (coalesce(houses.buildings, 0) - (case when fresh.building_leader then coalesce(houses.led, 0) end))) / nullif(coalesce(houses.buildings, 0), 0) as leader_vacancy_pct,
    case when fresh.building_leader then (1.0::float8 * coalesce(homes.households, 0)) / leaders.persons end as households_per_leader,
    case when fresh.party_body then party.settlement_code is not null end as has_party_body,
    case when fresh.party_body and fresh.street_community and fresh.work_team and fresh.police_room and fresh.safety_group and fresh.wechat_group then (party.settlement_code is null)::int + (community.settlement_code is null)::int + (team.settlement_code is null)::int + (police.settlement_code is null)::int + (safety.settlement_code is null)::int + (chat.settlement_code is null)::int end as governance_gaps
  from (
    select settlement_code
    from (
    select settlement_code, status from settlement
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select settlement_code, status from settlement_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) settlement
    where status = '1' or status is null
  ) settlement
  join fresh on fresh.settlement_code = settlement.settlement_code
  
  left join (
    select settlement_code, count(*)::int as persons from p group by settlement_code
  ) residents on residents.settlement_code = settlement.settlement_code
  left join (
    select settlement_code, count(*)::int as households from hh group by settlement_code
  ) homes on homes.settlement_code = settlement.settlement_code
  left join (
    select served, count(distinct facility_type)::int as types, bool_or(facility_type = '01') as party_centre, bool_or(facility_type = '07') as health_site
    from (
    select facility_type, status, opened_on, served
    from (
    select facility_type, status, opened_on, settlement_code, settlement_codes from facility
    where data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select facility_type, status, opened_on, settlement_code, settlement_codes from facility_history
    where settlement_code = any(array(select code.settlement_code from settlement code)) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) shared cross join unnest(array_remove(coalesce(settlement_codes, '{}'), settlement_code) || settlement_code) as served
    where served = any('{"522301A001"}'::text[])
    ) facility
    where status = '3' and (opened_on is null or opened_on <= date '2024-06-30')
    group by served
  ) provision on provision.served = settlement.settlement_code
  left join (
    select served, sum(gps)::int as gps, bool_or(gps is null) as gps_unknown
    from (
    select gps, opened_on, served
    from (
    select gps, opened_on, settlement_code, settlement_codes from clinic
    where data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select gps, opened_on, settlement_code, settlement_codes from clinic_history
    where settlement_code = any(array(select code.settlement_code from settlement code)) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) shared cross join unnest(array_remove(coalesce(settlement_codes, '{}'), settlement_code) || settlement_code) as served
    where served = any('{"522301A001"}'::text[])
    ) clinic
    where opened_on is null or opened_on <= date '2024-06-30'
    group by served
  ) medicine on medicine.served = settlement.settlement_code
  left join (
  select settlement_code,
    max(extract(epoch from (timestamptz '2024-06-30T23:59:59+08:00' - from_at))::float8 / 3600.0::float8) filter (where still_open and announced = false and log_type in ('1', '2', '3', '4', '5') and coalesce(households, 20) >= 20) as outage_hours,
    max(extract(epoch from (timestamptz '2024-06-30T23:59:59+08:00' - from_at))::float8 / 3600.0::float8) filter (where still_open and announced = false and log_type = '7') as lift_hours,
    max(extract(epoch from (timestamptz '2024-06-30T23:59:59+08:00' - from_at))::float8 / 3600.0::float8) filter (where still_open and announced = false and log_type = '8') as fire_hours,
    bool_or(still_open and log_type = '6') as water_failed,
    bool_or(log_type in ('7', '8') and accident and from_at > timestamptz '2024-06-30T23:59:59+08:00' - interval '30 days') as accident
  from (
    select settlement_code, log_type, from_at, announced, accident, households, to_at is null or to_at > timestamptz '2024-06-30T23:59:59+08:00' as still_open
    from (
    select settlement_code, log_type, from_at, to_at, announced, accident, households from service_log
    where settlement_code = any('{"522301A001"}'::text[]) and from_at <= timestamptz '2024-06-30T23:59:59+08:00' and from_at < timestamptz '2024-06-30T23:59:59+08:00'
    ) service_log
  ) log
  group by settlement_code
  ) log on log.settlement_code = settlement.settlement_code
  left join (
    select settlement_code, max(date '2024-06-30' - inspection_due) as overdue_days, bool_or(inspection_due is null) as due_unknown
    from (
    select settlement_code, device_type, status, inspection_due from device
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select settlement_code, device_type, status, inspection_due from device_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) device
    where device_type = '1' and status in ('3', '4')
    group by settlement_code
  ) lift on lift.settlement_code = settlement.settlement_code
  left join (
    select p.settlement_code, count(*) as persons, count(emp.person_no) as known,
      count(*) filter (where emp.job)::int as employed,
      count(*) filter (where emp.job and emp.emp_form is distinct from '6') as employed_ex_post,
      count(*) filter (where emp.job or emp.seek)::int as willing
    from p left join emp using (person_no)
    where p.lab
    group by p.settlement_code
  ) labour on labour.settlement_code = settlement.settlement_code
  left join (
    select settlement_code, count(distinct person_no)::int as persons from returned group by settlement_code
  ) back on back.settlement_code = settlement.settlement_code
  left join (
    select settlement_code, max(persons)::int as persons
    from (select settlement_code, count(*) as persons from returned where employer is not null group by settlement_code, employer) by_employer
    group by settlement_code
  ) one_employer on one_employer.settlement_code = settlement.settlement_code
  left join (
    select house.settlement_code, count(*)::int as buildings, count(led.building_code)::int as led
    from house left join (
      select distinct building_code
      from (
    select r.building_code, r.from_date, r.to_date from house join building_leader r using (building_code)
    where r.data_date <= date '2024-06-30' and (r.missing_since is null or r.missing_since > date '2024-06-30')
    union all
    select r.building_code, r.from_date, r.to_date from house join building_leader_history r using (building_code)
    where r.settlement_code = any(array(select code.settlement_code from settlement code)) and r.valid_to > date '2024-06-30' and r.data_date <= date '2024-06-30' and (r.missing_since is null or r.missing_since > date '2024-06-30')
      ) building_leader
      where from_date <= date '2024-06-30' and (to_date is null or to_date > date '2024-06-30')
    ) led using (building_code)
    group by house.settlement_code
  ) houses on houses.settlement_code = settlement.settlement_code
  left join (
    select settlement_code, count(*) as persons
    from (
    select settlement_code, from_date, to_date from building_leader
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select settlement_code, from_date, to_date from building_leader_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) building_leader
    where from_date <= date '2024-06-30' and (to_date is null or to_date > date '2024-06-30')
    group by settlement_code
  ) leaders on leaders.settlement_code = settlement.settlement_code
  left join (
    select distinct settlement_code as settlement_code from (
    select settlement_code, founded_on, closed_on from party_body
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select settlement_code, founded_on, closed_on from party_body_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) register where founded_on <= date '2024-06-30' and (closed_on is null or closed_on > date '2024-06-30')
  ) party on party.settlement_code = settlement.settlement_code
  left join (
    select distinct served as settlement_code from (
    select level, served
    from (
    select level, settlement_code, settlement_codes from street_community
    where data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select level, settlement_code, settlement_codes from street_community_history
    where settlement_code = any(array(select code.settlement_code from settlement code)) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) shared cross join unnest(array_remove(coalesce(settlement_codes, '{}'), settlement_code) || settlement_code) as served
    where served = any('{"522301A001"}'::text[])
    ) register where level = 'community'
  ) community on community.settlement_code = settlement.settlement_code
  left join (
    select distinct settlement_code as settlement_code from (
    select settlement_code, from_date, to_date from work_team
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select settlement_code, from_date, to_date from work_team_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) register where from_date <= date '2024-06-30' and (to_date is null or to_date > date '2024-06-30')
  ) team on team.settlement_code = settlement.settlement_code
  left join (
    select distinct served as settlement_code from (
    select status, served
    from (
    select status, settlement_code, settlement_codes from police_room
    where data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select status, settlement_code, settlement_codes from police_room_history
    where settlement_code = any(array(select code.settlement_code from settlement code)) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) shared cross join unnest(array_remove(coalesce(settlement_codes, '{}'), settlement_code) || settlement_code) as served
    where served = any('{"522301A001"}'::text[])
    ) register where status = '3'
  ) police on police.settlement_code = settlement.settlement_code
  left join (
    select distinct settlement_code as settlement_code from (
    select settlement_code, founded_on, closed_on from safety_group
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select settlement_code, founded_on, closed_on from safety_group_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) register where founded_on <= date '2024-06-30' and (closed_on is null or closed_on > date '2024-06-30')
  ) safety on safety.settlement_code = settlement.settlement_code
  left join (
    select distinct settlement_code as settlement_code from (
    select settlement_code, status from wechat_group
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select settlement_code, status from wechat_group_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) register where status = '1'
  ) chat on chat.settlement_code = settlement.settlement_code
