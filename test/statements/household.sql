-- member_count 家庭现有人口
-- able_count 劳动力人数
-- has_job 有人就业
-- has_seeker 有人愿意就业
-- zero_job_wd 零就业工作日
-- vacant_days 空置天数
-- away_for_work 外出务工户
-- away_in_contact 有因外出且季度内有联系
-- unexplained_vacant_days 无因空置天数
-- moved_back 回迁原址
-- house_transferred 房屋出租出售或被占
-- hazard_grade 住房隐患等级
-- hazard_open_days 隐患未整改天数
-- title_issued 已发不动产权证
-- title_accepted 已受理不动产登记
-- title_wait_wd 不动产证等待工作日
-- title_dispute 产权争议
-- income_12m 近四季度家庭纯收入
-- income_per_capita 人均纯收入
-- income_change_pct 收入同比变化
-- medical_self_paid_12m 近12个月合规医疗自付
-- medical_burden_pct 医疗自付占收入
-- income_after_medical_pc 扣除医疗后人均收入
-- rigid_12m 近12个月刚性支出
-- income_after_rigid_pc 扣除刚性支出后人均收入
-- disaster_12m 近12个月有灾害事故支出
-- on_dibao 享受低保
-- dibao_unpaid_months 低保未发放月数
-- dibao_review_overdue_days 低保核查逾期天数
-- dibao_over_insured 保障人数多于现有人口
-- dibao_refused_unexplained 低保不予批准未书面说明
with 
fresh as materialized (
    select place.settlement_code,
    false or exists (
      select from register_feed feed
      where feed.register = 'employment' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 14 and feed.data_date <= date '2024-06-30') as employment,
    false or exists (
      select from register_feed feed
      where feed.register = 'visit' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as visit,
    false or exists (
      select from register_feed feed
      where feed.register = 'housing' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as housing,
    false or exists (
      select from register_feed feed
      where feed.register = 'income' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 184 and feed.data_date <= date '2024-06-30') as income,
    false or exists (
      select from register_feed feed
      where feed.register = 'expense' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as expense,
    false or exists (
      select from register_feed feed
      where feed.register = 'subsistence_allowance' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as subsistence_allowance
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
members as (
  select p.household_no, count(*)::int as persons, count(*) filter (where p.lab)::int as able,
    bool_or(p.age >= 16) as grown,
    bool_or(p.age >= 16 and emp.job) as at_work,
    bool_or(p.lab and emp.seek) as seeking,
    max(emp.since) filter (where p.lab) as jobless_since,
    bool_or(p.lab and emp.person_no is null) as unheard_of,
    bool_or(p.lab and emp.person_no is not null and not (emp.job and coalesce(emp.emp_form in ('4', '5'), false))) as not_away
  from p join fresh on fresh.settlement_code = p.settlement_code
  left join emp on emp.person_no = p.person_no and fresh.employment
  group by p.household_no
),
dwelling as materialized (
  select distinct on (household_no) *
  from (
    select r.household_no, r.house_no, r.occupancy, r.vacant_from, r.checked_on, r.hazard_level, r.hazard_from, r.hazard_to, r.cert_date, r.cert_accept_date, r.title_dispute from hh join housing r using (household_no)
    where r.data_date <= date '2024-06-30' and (r.missing_since is null or r.missing_since > date '2024-06-30')
    union all
    select r.household_no, r.house_no, r.occupancy, r.vacant_from, r.checked_on, r.hazard_level, r.hazard_from, r.hazard_to, r.cert_date, r.cert_accept_date, r.title_dispute from hh join housing_history r using (household_no)
    where r.settlement_code = any(array(select code.settlement_code from settlement code)) and r.valid_to > date '2024-06-30' and r.data_date <= date '2024-06-30' and (r.missing_since is null or r.missing_since > date '2024-06-30')
  ) housing
  order by household_no, house_no
),
seen as not materialized (

    select household_no, visited_on as seen_on, occupancy from visit
    where settlement_code = any('{"522301A001"}'::text[]) and visited_on <= date '2024-06-30' and method = '1' and occupancy is not null
    union all
    select household_no, checked_on, occupancy from dwelling where checked_on <= date '2024-06-30' and occupancy is not null
    union all
    select household_no, vacant_from, occupancy from dwelling where vacant_from <= date '2024-06-30' and occupancy is not null
),
lived as materialized (
  select household_no, max(seen_on) as last_on, max(seen_on) filter (where occupancy in ('1', '2')) as last_living_on
  from seen
  group by household_no
),
vacant as (
  select household_no, min(seen_on) as seen_from, max(occupancy) filter (where seen_on = last_on) as occupancy
  from seen join lived using (household_no)
  where (last_living_on is null or last_living_on < last_on) and (last_living_on is null or seen_on > last_living_on)
  group by household_no
)
select hh.settlement_code, hh.household_no as subject_key, hh.household_no, hh.community_code, hh.building_code,
    coalesce(members.persons, 0) as member_count,
    coalesce(members.able, 0) as able_count,
    case
        when members.at_work then true
        when not coalesce(members.grown, false) then false
        when members.unheard_of then null
        when fresh.employment then false
      end as has_job,
    case
        when members.seeking then true
        when members.unheard_of then null
        else false
      end as has_seeker,
    case
        when (case
        when members.at_work then true
        when not coalesce(members.grown, false) then false
        when members.unheard_of then null
        when fresh.employment then false
      end) or not (case
        when members.at_work then true
        when not coalesce(members.grown, false) then false
        when members.unheard_of then null
        when fresh.employment then false
      end) and not (case
        when members.seeking then true
        when members.unheard_of then null
        else false
      end) then 0
        when not (case
        when members.at_work then true
        when not coalesce(members.grown, false) then false
        when members.unheard_of then null
        when fresh.employment then false
      end) and (case
        when members.seeking then true
        when members.unheard_of then null
        else false
      end) and members.jobless_since is not null then greatest(0, (select number from calendar_day where day = date '2024-06-30') - (select number from calendar_day where day = members.jobless_since))
      end as zero_job_wd,
    case when fresh.visit and fresh.housing then case
        when lived.household_no is null then null
        when vacant.household_no is null then 0
        else date '2024-06-30' - vacant.seen_from
      end end as vacant_days,
    case
        when hh.status in ('2', '3') then true
        when coalesce(members.able, 0) = 0 or members.not_away then false
        when members.unheard_of then null
        else true
      end as away_for_work,
    case when fresh.visit and fresh.housing then ((case
        when hh.status in ('2', '3') then true
        when coalesce(members.able, 0) = 0 or members.not_away then false
        when members.unheard_of then null
        else true
      end) or (case when lived.household_no is not null then coalesce(vacant.occupancy = '4', false) end)) and contact.household_no is not null end as away_in_contact,
    case
        when (case when fresh.visit and fresh.housing then ((case
        when hh.status in ('2', '3') then true
        when coalesce(members.able, 0) = 0 or members.not_away then false
        when members.unheard_of then null
        else true
      end) or (case when lived.household_no is not null then coalesce(vacant.occupancy = '4', false) end)) and contact.household_no is not null end) or (case when fresh.visit and fresh.housing then case
        when lived.household_no is null then null
        when vacant.household_no is null then 0
        else date '2024-06-30' - vacant.seen_from
      end end) = 0 then 0
        when (case when fresh.visit and fresh.housing then ((case
        when hh.status in ('2', '3') then true
        when coalesce(members.able, 0) = 0 or members.not_away then false
        when members.unheard_of then null
        else true
      end) or (case when lived.household_no is not null then coalesce(vacant.occupancy = '4', false) end)) and contact.household_no is not null end) is null then null
        else case when fresh.visit and fresh.housing then case
        when lived.household_no is null then null
        when vacant.household_no is null then 0
        else date '2024-06-30' - vacant.seen_from
      end end
      end as unexplained_vacant_days,
    coalesce(hh.status = '4', false) as moved_back,
    case when fresh.visit and fresh.housing then case when lived.household_no is not null then coalesce(vacant.occupancy in ('3', '6', '7'), false) end end as house_transferred,
    case when fresh.housing and dwelling.household_no is not null then case
        when dwelling.hazard_level is null then null
        when (dwelling.hazard_from is null or dwelling.hazard_from <= date '2024-06-30') and (dwelling.hazard_to is null or dwelling.hazard_to > date '2024-06-30') and dwelling.hazard_level::int > 0 then dwelling.hazard_level::int
        when dwelling.checked_on < date '2024-06-30' - 400 then null
        else 0
      end end as hazard_grade,
    case when (case when fresh.housing and dwelling.household_no is not null then case
        when dwelling.hazard_level is null then null
        when (dwelling.hazard_from is null or dwelling.hazard_from <= date '2024-06-30') and (dwelling.hazard_to is null or dwelling.hazard_to > date '2024-06-30') and dwelling.hazard_level::int > 0 then dwelling.hazard_level::int
        when dwelling.checked_on < date '2024-06-30' - 400 then null
        else 0
      end end) > 0 then date '2024-06-30' - dwelling.hazard_from when (case when fresh.housing and dwelling.household_no is not null then case
        when dwelling.hazard_level is null then null
        when (dwelling.hazard_from is null or dwelling.hazard_from <= date '2024-06-30') and (dwelling.hazard_to is null or dwelling.hazard_to > date '2024-06-30') and dwelling.hazard_level::int > 0 then dwelling.hazard_level::int
        when dwelling.checked_on < date '2024-06-30' - 400 then null
        else 0
      end end) = 0 then 0 end as hazard_open_days,
    case when fresh.housing and dwelling.household_no is not null then coalesce(dwelling.cert_date <= date '2024-06-30', false) end as title_issued,
    case when fresh.housing and dwelling.household_no is not null then coalesce(dwelling.cert_accept_date <= date '2024-06-30', false) end as title_accepted,
    case
        when (case when fresh.housing and dwelling.household_no is not null then coalesce(dwelling.cert_accept_date <= date '2024-06-30', false) end) and not (case when fresh.housing and dwelling.household_no is not null then coalesce(dwelling.cert_date <= date '2024-06-30', false) end) then greatest(0, (select number from calendar_day where day = date '2024-06-30') - (select number from calendar_day where day = dwelling.cert_accept_date))
        when (case when fresh.housing and dwelling.household_no is not null then coalesce(dwelling.cert_accept_date <= date '2024-06-30', false) end) is not null then 0
      end as title_wait_wd,
    case when fresh.housing and dwelling.household_no is not null then coalesce(dwelling.title_dispute, false) and not (case when fresh.housing and dwelling.household_no is not null then coalesce(dwelling.cert_date <= date '2024-06-30', false) end) end as title_dispute,
    case when fresh.income then income.last_year end as income_12m,
    (case when fresh.income then income.last_year end) / nullif(hh.coliving_count, 0) as income_per_capita,
    case
        when (case when fresh.income then income.year_before end) > 0 then (100.0::float8 * ((case when fresh.income then income.last_year end) - (case when fresh.income then income.year_before end))) / (case when fresh.income then income.year_before end)
      end as income_change_pct,
    case when fresh.expense then coalesce(expense.medical, 0) end as medical_self_paid_12m,
    case
        when (case when fresh.expense then coalesce(expense.medical, 0) end) = 0 then 0
        when (case when fresh.expense then coalesce(expense.medical, 0) end) > 0 and (case when fresh.income then income.last_year end) <= 0 then 999
        else (100.0::float8 * (case when fresh.expense then coalesce(expense.medical, 0) end)) / (case when fresh.income then income.last_year end)
      end as medical_burden_pct,
    ((case when fresh.income then income.last_year end) - (case when fresh.expense then coalesce(expense.medical, 0) end)) / nullif(hh.coliving_count, 0) as income_after_medical_pc,
    case when fresh.expense then coalesce(expense.rigid, 0) end as rigid_12m,
    ((case when fresh.income then income.last_year end) - (case when fresh.expense then coalesce(expense.rigid, 0) end)) / nullif(hh.coliving_count, 0) as income_after_rigid_pc,
    case when fresh.expense then coalesce(expense.disaster, false) end as disaster_12m,
    case when fresh.subsistence_allowance then coalesce(dibao.approved_on <= date '2024-06-30' and dibao.decision = '1' and (dibao.stop_month is null or (left(dibao.stop_month, 4)::int * 12 + right(dibao.stop_month, 2)::int) > 24294), false) end as on_dibao,
    case when case when fresh.subsistence_allowance then coalesce(dibao.approved_on <= date '2024-06-30' and dibao.decision = '1' and (dibao.stop_month is null or (left(dibao.stop_month, 4)::int * 12 + right(dibao.stop_month, 2)::int) > 24294), false) end then greatest(0, 24294 - 1 - greatest((left(dibao.last_paid_month, 4)::int * 12 + right(dibao.last_paid_month, 2)::int), (date_part('year', dibao.approved_on) * 12 + date_part('month', dibao.approved_on))::int - 1)) when not (case when fresh.subsistence_allowance then coalesce(dibao.approved_on <= date '2024-06-30' and dibao.decision = '1' and (dibao.stop_month is null or (left(dibao.stop_month, 4)::int * 12 + right(dibao.stop_month, 2)::int) > 24294), false) end) then 0 end as dibao_unpaid_months,
    case when case when fresh.subsistence_allowance then coalesce(dibao.approved_on <= date '2024-06-30' and dibao.decision = '1' and (dibao.stop_month is null or (left(dibao.stop_month, 4)::int * 12 + right(dibao.stop_month, 2)::int) > 24294), false) end then case when (date '2024-06-30' - dibao.review_due) < 0 then 0 else (date '2024-06-30' - dibao.review_due) end when not (case when fresh.subsistence_allowance then coalesce(dibao.approved_on <= date '2024-06-30' and dibao.decision = '1' and (dibao.stop_month is null or (left(dibao.stop_month, 4)::int * 12 + right(dibao.stop_month, 2)::int) > 24294), false) end) then 0 end as dibao_review_overdue_days,
    case when case when fresh.subsistence_allowance then coalesce(dibao.approved_on <= date '2024-06-30' and dibao.decision = '1' and (dibao.stop_month is null or (left(dibao.stop_month, 4)::int * 12 + right(dibao.stop_month, 2)::int) > 24294), false) end then dibao.insured_count > coalesce(members.persons, 0) when not (case when fresh.subsistence_allowance then coalesce(dibao.approved_on <= date '2024-06-30' and dibao.decision = '1' and (dibao.stop_month is null or (left(dibao.stop_month, 4)::int * 12 + right(dibao.stop_month, 2)::int) > 24294), false) end) then false end as dibao_over_insured,
    case when fresh.subsistence_allowance then case
        when dibao.decision = '2' and coalesce(btrim(dibao.decision_reason), '') = ''
          then dibao.decided_on > date '2024-06-30' - 365 and dibao.decided_on <= date '2024-06-30'
        else false
      end end as dibao_refused_unexplained
  from hh
  join fresh on fresh.settlement_code = hh.settlement_code
  
  left join members on members.household_no = hh.household_no
  left join lived on lived.household_no = hh.household_no
  left join vacant on vacant.household_no = hh.household_no
  left join (
    select distinct household_no
    from (
    select household_no from visit
    where settlement_code = any('{"522301A001"}'::text[]) and visited_on <= date '2024-06-30' and visited_on > date '2024-06-30' - 92
    ) visit
  ) contact on contact.household_no = hh.household_no
  left join dwelling on dwelling.household_no = hh.household_no
  left join (
  select household_no, (case
        when bit_or(1 << ago) & 1 > 0 then case when bit_or(1 << ago) & 15 = 15 then coalesce(sum(net_amount) filter (where ago between 0 and 3), 0) end
        when bit_or(1 << ago) & 2 > 0 then case when bit_or(1 << ago) & 30 = 30 then coalesce(sum(net_amount) filter (where ago between 1 and 4), 0) end
      end)::float8 as last_year, (case
        when bit_or(1 << ago) & 1 > 0 then case when bit_or(1 << ago) & 240 = 240 then coalesce(sum(net_amount) filter (where ago between 4 and 7), 0) end
        when bit_or(1 << ago) & 2 > 0 then case when bit_or(1 << ago) & 480 = 480 then coalesce(sum(net_amount) filter (where ago between 5 and 8), 0) end
      end)::float8 as year_before
  from (
    select household_no, 8098 - (left(period, 4)::int * 4 + right(period, 1)::int) as ago, net_amount
    from (
    select household_no, period, net_amount from income
    where settlement_code = any('{"522301A001"}'::text[]) and period <= '2024-Q2' and is_oneoff = false and period >= '2022-Q2'
    ) income
    offset 0
  ) quarter
  group by household_no
  ) income on income.household_no = hh.household_no
  left join (
  select household_no,
    sum(self_paid) filter (where expense_type = '1')::float8 as medical,
    sum(self_paid) filter (where expense_type in ('1', '2', '3', '4', '5'))::float8 as rigid,
    bool_or(expense_type in ('3', '4') or event_ref <> '') as disaster
  from (
    select household_no, expense_type, self_paid, event_ref from expense
    where settlement_code = any('{"522301A001"}'::text[]) and occurred_on <= date '2024-06-30' and occurred_on > (date '2024-06-30' - interval '12 months')::date
  ) expense
  group by household_no
  ) expense on expense.household_no = hh.household_no
  left join (
    select household_no, decision, approved_on, decided_on, decision_reason, insured_count, last_paid_month, review_due, stop_month from subsistence_allowance
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select household_no, decision, approved_on, decided_on, decision_reason, insured_count, last_paid_month, review_due, stop_month from subsistence_allowance_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
  ) dibao on dibao.household_no = hh.household_no
