/** What the HTTP edge itself refuses. */
import { defineProblems } from '../problems/problem.ts';

export const problems = defineProblems('http', {
  invalid: { kind: 'invalid', zh: '请求的内容不符合要求。', en: 'The request is not as required.' },
  'not-found': { kind: 'not-found', zh: '没有找到。', en: 'Not found.' },
  'too-large': { kind: 'invalid', zh: '发送的内容太大。', en: 'What was sent is too large.' },
  'wrong-type': { kind: 'invalid', zh: '不支持这种内容类型。', en: 'This content type is not supported.' },
  'too-much': {
    kind: 'too-much',
    zh: '请求太频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests: try again in {seconds} s.',
  },
  'foreign-origin': { kind: 'not-allowed', zh: '不接受来自其他网站的请求。', en: 'Requests from other web sites are not accepted.' },
  'foreign-host': {
    kind: 'not-allowed',
    zh: '不以“{host}”这个名称提供服务。可用 ANJU_HOSTS 设置允许的名称。',
    en: 'This server does not answer to the name "{host}". ANJU_HOSTS names the hosts that it answers to.',
  },
  broken: {
    kind: 'broken',
    zh: '系统出错，已记录。请把请求编号告诉管理员。',
    en: 'Something broke and was recorded. Tell the request number to the administrator.',
  },
  unavailable: { kind: 'broken', zh: '数据库暂时不可用，请稍后再试。', en: 'The database is not available right now: try again in a moment.' },
});
