-- age 周岁
-- age_days 出生天数
-- school_age 学年年龄
-- in_school 在校
-- labour 劳动力
-- employed 已就业
-- seeking 有就业意愿未就业
-- unemployed_days 失业天数
-- service_131_done "131"服务已落实
-- wage_arrears_days 工资拖欠天数
-- employer_unpaid_persons 同一单位被拖欠人数
-- holds_post 在公益性岗位
-- post_arrears_days 岗位补贴拖欠天数
-- post_anomaly 岗位履职异常
-- house_uninsured_days 安居险未参保天数
-- house_claim_days 安居险理赔等待天数
-- house_claim_refused_unexplained 安居险拒赔未书面说明
-- job_insured 就业险已参保
-- job_unclaimed_days 失业未申请理赔天数
-- job_claim_days 就业险理赔等待天数
-- job_paid_days 本年已赔付天数
-- compulsory 应接受义务教育
-- not_enrolled 未入学或辍学
-- absent_school_days 连续缺勤天数
-- transfer_pending 转学待接收
-- transfer_wait_wd 转学等待工作日
-- aid_eligible 应享受教育资助
-- aid_unpaid_days 本学期未发放资助天数
-- at_risk_child 留守困境儿童
-- days_since_care 距上次关爱走访天数
-- nobody_guards 无人监护
-- child_incident 近30天受侵害或意外
-- medins_required 应参加基本医保
-- medins_gap_days 本年未参保天数
-- medins_next_paid 下年度已参保
-- medins_days_left 距集中缴费截止天数
-- medins_group 参保保障类别
-- key_health_group 重点健康人群
-- doctor_signed 已签约家庭医生
-- followup_overdue_days 随访逾期天数
-- pension_gap_months 养老待遇缺口月数
-- contribution_gap_months 缴费中断月数
-- allowance_gap_months 津贴补贴未发月数
-- core_gap_months 特困孤儿保障未发月数
-- benefit_gap_months 待遇缺口月数
-- benefit_due 应享待遇或应参保
-- hukou_moved 户籍已迁入
-- has_permit 持有居住证
-- permit_overdue_days 签注逾期天数
-- permit_wait_days 居住证申领等待天数
-- no_credential 无户籍无居住证未申领
with 
fresh as materialized (
    select place.settlement_code,
    false or exists (
      select from register_feed feed
      where feed.register = 'employment' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 14 and feed.data_date <= date '2024-06-30') as employment,
    false or exists (
      select from register_feed feed
      where feed.register = 'training' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as training,
    false or exists (
      select from register_feed feed
      where feed.register = 'public_post' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as public_post,
    false or exists (
      select from register_feed feed
      where feed.register = 'housing_insurance' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 14 and feed.data_date <= date '2024-06-30') as housing_insurance,
    false or exists (
      select from register_feed feed
      where feed.register = 'employment_insurance' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 14 and feed.data_date <= date '2024-06-30') as employment_insurance,
    false or exists (
      select from register_feed feed
      where feed.register = 'pupil' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 14 and feed.data_date <= date '2024-06-30') as pupil,
    false or exists (
      select from register_feed feed
      where feed.register = 'relapse_object' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as relapse_object,
    false or exists (
      select from register_feed feed
      where feed.register = 'subsistence_allowance' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as subsistence_allowance,
    false or exists (
      select from register_feed feed
      where feed.register = 'visit' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as visit,
    false or exists (
      select from register_feed feed
      where feed.register = 'health_service' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as health_service,
    false or exists (
      select from register_feed feed
      where feed.register = 'welfare_benefit' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as welfare_benefit,
    false or exists (
      select from register_feed feed
      where feed.register = 'hukou_transfer' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as hukou_transfer,
    false or exists (
      select from register_feed feed
      where feed.register = 'residence_permit' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 62 and feed.data_date <= date '2024-06-30') as residence_permit
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
care as materialized (
  select household_no, person_no, max(visited_on) filter (where met is not false) as last_met_on,
    bool_or(incident and visited_on > date '2024-06-30' - 30) as incident
  from (
    select household_no, person_no, visited_on, met, incident from visit
    where settlement_code = any('{"522301A001"}'::text[]) and visited_on <= date '2024-06-30'
  ) visit
  group by household_no, person_no
)
select p.settlement_code, p.person_no as subject_key, p.household_no, p.community_code, p.building_code,
    p.age as age,
    date '2024-06-30' - p.birth_date as age_days,
    p.school_age as school_age,
    p.in_school as in_school,
    p.labour as labour,
    case when emp.person_no is not null then emp.job when not p.labour then false end as employed,
    (p.labour and emp.seek) as seeking,
    case when (p.labour and emp.seek) then date '2024-06-30' - emp.since when not (p.labour and emp.seek) then 0 end as unemployed_days,
    case
        when not (p.labour and emp.seek) then true
        when (p.labour and emp.seek) then emp.guidance_count >= 1 and emp.offer_count >= 3
          and case when fresh.training then case when trained.person_no is null then false else trained.last_on >= emp.since end end
      end as service_131_done,
    case when case when emp.person_no is not null then emp.job when not p.labour then false end then emp.arrears_days when not (case when emp.person_no is not null then emp.job when not p.labour then false end) then 0 end as wage_arrears_days,
    case
        when (case when case when emp.person_no is not null then emp.job when not p.labour then false end then emp.arrears_days when not (case when emp.person_no is not null then emp.job when not p.labour then false end) then 0 end) is null then null
        when (case when case when emp.person_no is not null then emp.job when not p.labour then false end then emp.arrears_days when not (case when emp.person_no is not null then emp.job when not p.labour then false end) then 0 end) <= 7 or emp.employer is null then 0
        else unpaid.persons
      end as employer_unpaid_persons,
    case when fresh.public_post then post.person_no is not null end as holds_post,
    case when fresh.public_post then coalesce(post.arrears_days, 0) end as post_arrears_days,
    case when fresh.public_post then post.person_no is not null end and (
        p.age >= 65
        or case when fresh.public_post then case when post.absent then true when post.absence_unknown then null else false end end
        or emp.job and emp.emp_form <> '6') as post_anomaly,
    case when fresh.housing_insurance then case
        when at_home.insured then 0
        else date '2024-06-30' - greatest(date '2023-12-31', p.movein_date - 1, p.birth_date - 1)
      end end as house_uninsured_days,
    case when fresh.housing_insurance then coalesce(at_home.wait_days, 0) end as house_claim_days,
    case when fresh.housing_insurance then coalesce(at_home.refused_unexplained, false) end as house_claim_refused_unexplained,
    (p.age >= 16 and case when fresh.employment_insurance then coalesce(at_work.insured, false) end) as job_insured,
    case
        when (p.age >= 16 and case when fresh.employment_insurance then coalesce(at_work.insured, false) end) and (p.labour and emp.seek) then case
          when emp.since is null then null
          when at_work.last_claimed_on >= emp.since then 0
          else date '2024-06-30' - emp.since
        end
        when not ((p.age >= 16 and case when fresh.employment_insurance then coalesce(at_work.insured, false) end) and (p.labour and emp.seek)) then 0
      end as job_unclaimed_days,
    case when fresh.employment_insurance then coalesce(at_work.wait_days, 0) end as job_claim_days,
    case when fresh.employment_insurance then coalesce(at_work.paid_days, 0) end as job_paid_days,
    p.school_age between 6 and 15 and not coalesce(p.school_status in ('4', '5', '6', '7'), false) and case when fresh.pupil then not (
          coalesce(pup.enrol_status = '6' and pup.grade::int >= 9, false) or coalesce(pup.grade::int >= 10, false)
          or coalesce(pup.enrol_status in ('4', '8'), false) or coalesce(pup.special_edu = '3', false)) end as compulsory,
    case
        when pup.person_no is not null then coalesce(pup.enrol_status in ('3', '7'), false)
        when fresh.pupil and p.school_status = '8' then true
      end as not_enrolled,
    case when pup.absent_days is not null then pup.absent_days when pup.enrol_status = '1' then 0 end as absent_school_days,
    case
        when pup.person_no is not null
          then coalesce(pup.transfer_on <= date '2024-06-30' and (pup.enrolled_on is null or pup.enrolled_on < pup.transfer_on), false)
        when not (p.school_age between 6 and 15) then false
      end as transfer_pending,
    case
        when case
        when pup.person_no is not null
          then coalesce(pup.transfer_on <= date '2024-06-30' and (pup.enrolled_on is null or pup.enrolled_on < pup.transfer_on), false)
        when not (p.school_age between 6 and 15) then false
      end then greatest(0, (select number from calendar_day where day = date '2024-06-30') - (select number from calendar_day where day = pup.transfer_on))
        when not (case
        when pup.person_no is not null
          then coalesce(pup.transfer_on <= date '2024-06-30' and (pup.enrolled_on is null or pup.enrolled_on < pup.transfer_on), false)
        when not (p.school_age between 6 and 15) then false
      end) then 0
      end as transfer_wait_wd,
    case
        when pup.person_no is not null
          then coalesce(pup.enrol_status in ('1', '2', '8'), false)
            and (coalesce(p.household_type in ('1', '2'), false) or p.tags && '{2,3,4,9}' or case when fresh.relapse_object then watched.household_no is not null end or case when fresh.subsistence_allowance then coalesce(dibao.approved_on <= date '2024-06-30' and dibao.decision = '1' and (dibao.stop_month is null or (left(dibao.stop_month, 4)::int * 12 + right(dibao.stop_month, 2)::int) > 24294), false) end)
        when not (p.school_age between 6 and 15) then false
      end as aid_eligible,
    case
        when pup.person_no is null then null
        when pup.aid_on between date '2024-03-01' and date '2024-06-30' and pup.aid_amount > 0 then 0
        else date '2024-06-30' - date '2024-03-01' + 1
      end as aid_unpaid_days,
    p.age < 18 and p.tags && '{3,4,5,8,9}' as at_risk_child,
    case when fresh.visit then date '2024-06-30' - greatest(p.movein_date, p.birth_date, own_care.last_met_on, home_care.last_met_on) end as days_since_care,
    p.guardian_status = '4' as nobody_guards,
    case when fresh.visit then coalesce(own_care.incident, false) or coalesce(home_care.incident, false) end as child_incident,
    date '2024-06-30' - p.birth_date > 90 and not p.tags && '{16,17,18}' as medins_required,
    case
        when hs.person_no is null then null
        when coalesce(hs.insurance_type <> '4', false) and hs.ins_year >= 2024 then 0
        else date '2024-06-30' - greatest(date '2023-12-31', p.birth_date + 90)
      end as medins_gap_days,
    case
        when hs.person_no is not null
          then coalesce(hs.insurance_type = '2' and hs.ins_year >= 2024, false) or coalesce(coalesce(hs.insurance_type <> '4', false) and hs.ins_year > 2024, false)
      end as medins_next_paid,
    date '2024-12-31' - date '2024-06-30' as medins_days_left,
    case
        when p.tags && '{1,2,3,4,10}' then 3
        when p.household_type in ('1', '2') or p.tags && '{11}' then 2
        when hs.person_no is not null then case when coalesce(cardinality(hs.chronic), 0) > 0 then 2 else 1 end
      end as medins_group,
    p.age >= 65 or p.age <= 6 or p.tags && '{9,11,12,14}' or case when hs.person_no is not null then coalesce(cardinality(hs.chronic), 0) > 0 end as key_health_group,
    case when hs.person_no is not null then coalesce(hs.doctor <> '' and hs.signed_on <= date '2024-06-30', false) end as doctor_signed,
    case
        when hs.person_no is null then null
        when hs.followup_due is not null then case when (date '2024-06-30' - hs.followup_due) < 0 then 0 else (date '2024-06-30' - hs.followup_due) end
        when not (coalesce(cardinality(hs.chronic), 0) > 0) then 0
      end as followup_overdue_days,
    case
        when p.age < 60 then 0
        else case when fresh.welfare_benefit then greatest(0, 24294 - 1 - coalesce(benefit.pension_paid_to, (date_part('year', p.birth_date) * 12 + date_part('month', p.birth_date))::int + 720)) end
      end as pension_gap_months,
    case
        when p.age not between 16 and 59 then 0
        else case when fresh.welfare_benefit then case when benefit.contributions_interrupted then 24294 - benefit.contributed_to else 0 end end
      end as contribution_gap_months,
    case when fresh.welfare_benefit then case when benefit.allowance_paid_to is null then 0 else greatest(0, 24294 - 1 - benefit.allowance_paid_to) end end as allowance_gap_months,
    case
        when not p.tags && '{2,3,4}' then 0
        else case when fresh.welfare_benefit then greatest(
          case when p.tags && '{2}' then case when benefit.hardship_paid_to is null then 1 else greatest(0, 24294 - 1 - benefit.hardship_paid_to) end else 0 end,
          case when p.tags && '{3,4}' then case when benefit.orphan_paid_to is null then 1 else greatest(0, 24294 - 1 - benefit.orphan_paid_to) end else 0 end) end
      end as core_gap_months,
    case
        when (case
        when p.age not between 16 and 59 then 0
        else case when fresh.welfare_benefit then case when benefit.contributions_interrupted then 24294 - benefit.contributed_to else 0 end end
      end) is not null
          then case when fresh.welfare_benefit then greatest(case
        when p.age < 60 then 0
        else case when fresh.welfare_benefit then greatest(0, 24294 - 1 - coalesce(benefit.pension_paid_to, (date_part('year', p.birth_date) * 12 + date_part('month', p.birth_date))::int + 720)) end
      end, case
        when p.age not between 16 and 59 then 0
        else case when fresh.welfare_benefit then case when benefit.contributions_interrupted then 24294 - benefit.contributed_to else 0 end end
      end, case when fresh.welfare_benefit then case when benefit.allowance_paid_to is null then 0 else greatest(0, 24294 - 1 - benefit.allowance_paid_to) end end) end
      end as benefit_gap_months,
    p.age >= 60 or p.tags && '{2,3,4}' or case when fresh.welfare_benefit then coalesce(benefit.arranged, false) end as benefit_due,
    case when fresh.hukou_transfer then coalesce(transfer.done, false) end as hukou_moved,
    case when fresh.residence_permit then coalesce(permit.issued_on <= date '2024-06-30' and permit.status in ('1', '2', '3'), false) end as has_permit,
    case when case when fresh.residence_permit then coalesce(permit.issued_on <= date '2024-06-30' and permit.status in ('1', '2', '3'), false) end then date '2024-06-30' - permit.endorse_due when not (case when fresh.residence_permit then coalesce(permit.issued_on <= date '2024-06-30' and permit.status in ('1', '2', '3'), false) end) then 0 end as permit_overdue_days,
    case when fresh.residence_permit then case when permit.person_no is not null and (permit.issued_on is null or permit.issued_on > date '2024-06-30') and permit.status in ('1', '6') then date '2024-06-30' - permit.applied_on else 0 end end as permit_wait_days,
    not (case when fresh.hukou_transfer then coalesce(transfer.done, false) end) and not (case when fresh.residence_permit then coalesce(permit.issued_on <= date '2024-06-30' and permit.status in ('1', '2', '3'), false) end) and not (case when fresh.residence_permit then coalesce(permit.applied_on <= date '2024-06-30' and permit.issued_on is null and permit.status in ('1', '6'), false) end) and not (case when fresh.hukou_transfer then coalesce(transfer.under_way, false) end) as no_credential
  from p
  join fresh on fresh.settlement_code = p.settlement_code
  left join emp on emp.person_no = p.person_no and fresh.employment
  left join (
  select person_no, max(greatest(0, date '2024-06-30' - first_missed_due)) as arrears_days,
    bool_or(absent_days > 10) as absent, bool_or(absent_days is null) as absence_unknown
  from (
    select person_no, absent_days, ((date '0001-01-01' + make_interval(months => coalesce((left(last_paid_month, 4)::int * 12 + right(last_paid_month, 2)::int), (date_part('year', from_date) * 12 + date_part('month', from_date))::int - 1) + 2 - 12))::date - 1) as first_missed_due
    from (
    select r.person_no, r.from_date, r.to_date, r.last_paid_month, r.absent_days from p join public_post r using (person_no)
    where r.data_date <= date '2024-06-30' and (r.missing_since is null or r.missing_since > date '2024-06-30')
    union all
    select r.person_no, r.from_date, r.to_date, r.last_paid_month, r.absent_days from p join public_post_history r using (person_no)
    where r.settlement_code = any(array(select code.settlement_code from settlement code)) and r.valid_to > date '2024-06-30' and r.data_date <= date '2024-06-30' and (r.missing_since is null or r.missing_since > date '2024-06-30')
    ) public_post
    where from_date <= date '2024-06-30' and (to_date is null or to_date > date '2024-06-30')
  ) held
  group by person_no
  ) post on post.person_no = p.person_no
  left join (
    select person_no, max(from_date) as last_on
    from (
    select person_no, from_date from training
    where settlement_code = any('{"522301A001"}'::text[]) and from_date <= date '2024-06-30'
    ) training
    group by person_no
  ) trained on trained.person_no = p.person_no
  left join (
  select p.settlement_code, emp.employer, count(*)::int as persons
  from p join emp using (person_no)
  where emp.job and emp.arrears_days > 7 and emp.employer is not null
  group by p.settlement_code, emp.employer
  ) unpaid on unpaid.settlement_code = p.settlement_code and unpaid.employer = emp.employer
  left join (
  select person_no, bool_or(policy_year = 2024) as insured, 
    max(date '2024-06-30' - docs_complete_on) filter (where docs_complete_on <= date '2024-06-30' and (paid_on is null or paid_on > date '2024-06-30') and claim_status in ('2', '3', '4')) as wait_days,
    bool_or(claim_status = '6' and coalesce(btrim(reject_reason), '') = '' and claimed_on > date '2024-06-30' - 365) as refused_unexplained
  from (
    select person_no, policy_year, claimed_on, docs_complete_on, paid_on, claim_status, reject_reason from housing_insurance
    where settlement_code = any('{"522301A001"}'::text[]) and coalesce(claimed_on, make_date(policy_year, 1, 1)) <= date '2024-06-30'
  ) housing_insurance
  group by person_no
  ) at_home on at_home.person_no = p.person_no
  left join (
  select person_no, bool_or(policy_year = 2024) as insured, max(claimed_on) as last_claimed_on, 
    max(date '2024-06-30' - docs_complete_on) filter (where docs_complete_on <= date '2024-06-30' and (paid_on is null or paid_on > date '2024-06-30') and claim_status in ('2', '3', '4')) as wait_days,
    sum(paid_days) filter (where policy_year = 2024 and paid_on <= date '2024-06-30')::int as paid_days
  from (
    select person_no, policy_year, claimed_on, docs_complete_on, paid_on, claim_status, paid_days from employment_insurance
    where settlement_code = any('{"522301A001"}'::text[]) and coalesce(claimed_on, make_date(policy_year, 1, 1)) <= date '2024-06-30'
  ) employment_insurance
  group by person_no
  ) at_work on at_work.person_no = p.person_no
  left join (
    select person_no, enrol_status, grade, special_edu, absent_days, transfer_on, enrolled_on, aid_on, aid_amount from pupil
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select person_no, enrol_status, grade, special_edu, absent_days, transfer_on, enrolled_on, aid_on, aid_amount from pupil_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
  ) pup on pup.person_no = p.person_no and fresh.pupil
  left join (
    select household_no, decision, approved_on, decided_on, decision_reason, insured_count, last_paid_month, review_due, stop_month from subsistence_allowance
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select household_no, decision, approved_on, decided_on, decision_reason, insured_count, last_paid_month, review_due, stop_month from subsistence_allowance_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
  ) dibao on dibao.household_no = p.household_no
  left join (
    select distinct household_no
    from (
    select household_no from relapse_object
    where settlement_code = any('{"522301A001"}'::text[]) and clue_on <= date '2024-06-30' and identified_on <= date '2024-06-30' and (removed_on is null or removed_on > date '2024-06-30')
    ) relapse_object
  ) watched on watched.household_no = p.household_no
  left join care own_care on own_care.household_no = p.household_no and own_care.person_no = p.person_no
  left join care home_care on home_care.household_no = p.household_no and home_care.person_no is null
  left join (
    select person_no, insurance_type, ins_year, doctor, signed_on, chronic, followup_due from health_service
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select person_no, insurance_type, ins_year, doctor, signed_on, chronic, followup_due from health_service_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
  ) hs on hs.person_no = p.person_no and fresh.health_service
  left join (
  select person_no,
    max(paid_to) filter (where status = '3' and benefit_type in ('1', '2')) as pension_paid_to,
    bool_and(coalesce(status = '2', false)) filter (where benefit_type in ('1', '2')) as contributions_interrupted,
    max(last_month) filter (where benefit_type in ('1', '2')) as contributed_to,
    min(paid_to) filter (where status = '3' and benefit_type in ('3', '4', '7')) as allowance_paid_to,
    min(paid_to) filter (where status = '3' and benefit_type in ('5')) as hardship_paid_to,
    min(paid_to) filter (where status = '3' and benefit_type in ('6')) as orphan_paid_to,
    bool_or(status in ('1', '2', '3')) as arranged
  from (
    select person_no, benefit_type, status,
      coalesce((left(last_month, 4)::int * 12 + right(last_month, 2)::int), (left(from_month, 4)::int * 12 + right(from_month, 2)::int) - 1) as paid_to,
      coalesce((left(last_month, 4)::int * 12 + right(last_month, 2)::int), (left(from_month, 4)::int * 12 + right(from_month, 2)::int)) as last_month
    from (
    select person_no, benefit_type, status, from_month, last_month from welfare_benefit
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select person_no, benefit_type, status, from_month, last_month from welfare_benefit_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    ) welfare_benefit
  ) benefit
  group by person_no
  ) benefit on benefit.person_no = p.person_no
  left join (
    select person_no, bool_or(coalesce(done_on <= date '2024-06-30', false)) as done, bool_or(done_on is null or done_on > date '2024-06-30') as under_way
    from (
    select person_no, done_on from hukou_transfer
    where settlement_code = any('{"522301A001"}'::text[]) and applied_on <= date '2024-06-30'
    ) hukou_transfer
    group by person_no
  ) transfer on transfer.person_no = p.person_no
  left join (
    select person_no, applied_on, issued_on, endorse_due, status from residence_permit
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select person_no, applied_on, issued_on, endorse_due, status from residence_permit_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
  ) permit on permit.person_no = p.person_no
