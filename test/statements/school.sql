-- school_open 已建成
-- compulsory_stage 义务教育学段
-- students 在校生
-- teachers 专任教师
-- capacity 学位数
-- teacher_load 师生比(标准=1)
-- place_gap_pct 学位缺口比例
-- large_class_pct 大班额比例
-- max_class_size 最大班额
with 
fresh as materialized (
    select place.settlement_code,
    false or exists (
      select from register_feed feed
      where feed.register = 'school' and feed.settlement_code = place.settlement_code
        and feed.data_date > date '2024-06-30' - 200 and feed.data_date <= date '2024-06-30') as school
    from unnest('{"522301A001"}'::text[]) as place (settlement_code)
)
select school.settlement_code, school.school_no as subject_key, null::text as household_no, null::text as community_code, null::text as building_code,
    case when fresh.school then completed_on is null or completed_on <= date '2024-06-30' end as school_open,
    coalesce(stage in ('2', '3', '4'), false) as compulsory_stage,
    case when fresh.school then students end as students,
    case when fresh.school then teachers end as teachers,
    case when fresh.school then capacity end as capacity,
    case when fresh.school then case
        when students is null or teachers is null then null
        when students = 0 then 0
        when teachers = 0 then 99
        else ((1.0::float8 * students) / teachers) / case stage
          when '1' then 15.0 when '2' then 19.0 when '3' then 13.5 when '4' then 16.25 when '5' then 12.5 when '6' then 20.0
        end::float8
      end end as teacher_load,
    case when fresh.school then case
        when students is null or capacity is null then null
        when students = 0 then 0
        else (100.0::float8 * greatest(0, students - capacity)) / students
      end end as place_gap_pct,
    case when fresh.school then (100.0::float8 * large_classes) / nullif(classes, 0) end as large_class_pct,
    case when fresh.school then max_class_size end as max_class_size
  from (
    select school_no, settlement_code, completed_on, stage, students, teachers, capacity, classes, large_classes, max_class_size from school
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
    union all
    select school_no, settlement_code, completed_on, stage, students, teachers, capacity, classes, large_classes, max_class_size from school_history
    where settlement_code = any('{"522301A001"}'::text[]) and data_date <= date '2024-06-30' and valid_to > date '2024-06-30' and (missing_since is null or missing_since > date '2024-06-30')
  ) school
  join fresh on fresh.settlement_code = school.settlement_code
  
