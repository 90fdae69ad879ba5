-- appeal_open 未办结
-- limit_used 已用时限比例
-- overdue_wd 超期工作日
-- unsatisfied 近90天回访不满意
-- repeat_count 重复诉求次数
-- appeal_people 涉及人数
-- life_safety 涉及生命安全
with 
fresh as materialized (
    select place.settlement_code
    from unnest('{"522301A001"}'::text[]) as place (settlement_code)
)
select appeal.settlement_code, appeal.appeal_no as subject_key, null::text as household_no, null::text as community_code, null::text as building_code,
    (closed_at is null or closed_at > timestamptz '2024-06-30T23:59:59+08:00') as appeal_open,
    case
        when not (closed_at is null or closed_at > timestamptz '2024-06-30T23:59:59+08:00') then 0
        when due_at > accepted_at then extract(epoch from (timestamptz '2024-06-30T23:59:59+08:00' - accepted_at))::float8 / extract(epoch from (due_at - accepted_at))::float8
      end as limit_used,
    case
        when not (closed_at is null or closed_at > timestamptz '2024-06-30T23:59:59+08:00') then 0
        when due_at is not null then greatest(0, (select number from calendar_day where day = date '2024-06-30') - (select number from calendar_day where day = (due_at at time zone 'Asia/Shanghai')::date))
      end as overdue_wd,
    case
        when satisfaction = '4' then visited_at > timestamptz '2024-06-30T23:59:59+08:00' - interval '90 days' and visited_at <= timestamptz '2024-06-30T23:59:59+08:00'
        else false
      end as unsatisfied,
    coalesce(repeated.times, 0) as repeat_count,
    coalesce(people, 1) as appeal_people,
    coalesce(urgency = '1', false) as life_safety
  from (
    select appeal_no, settlement_code, accepted_at, due_at, closed_at, visited_at, satisfaction, people, urgency from appeal
    where settlement_code = any('{"522301A001"}'::text[]) and accepted_at <= timestamptz '2024-06-30T23:59:59+08:00'
  ) appeal
  join fresh on fresh.settlement_code = appeal.settlement_code
  
  left join (
    select repeat_of, count(*)::int as times
    from (
    select repeat_of from appeal
    where accepted_at <= timestamptz '2024-06-30T23:59:59+08:00' and repeat_of is not null
    ) appeal
    group by repeat_of
  ) repeated on repeated.repeat_of = appeal.appeal_no
