/** What can be refused about accounts, signing in, and grants. */
import { defineProblems } from '#platform/problems/problem.ts';

export const problems = defineProblems('accounts', {
  'sign-in-first': { kind: 'unknown-person', zh: '请先登录。', en: 'Please sign in first.' },
  'session-over': { kind: 'unknown-person', zh: '登录已过期，请重新登录。', en: 'Your session is over; please sign in again.' },
  'not-allowed': { kind: 'not-allowed', zh: '您没有这项权限：{permission}。', en: 'You do not have the permission: {permissionEn}.' },
  'change-password-first': { kind: 'not-allowed', zh: '请先修改密码。', en: 'Change your password first.' },
  'second-factor-first': {
    kind: 'not-allowed',
    zh: '您的角色须启用双因素登录，请先在“我的账号”中启用。',
    en: 'Your role needs a second factor: set it up under “My account” first.',
  },
  wrong: { kind: 'unknown-person', zh: '用户名或密码不对。', en: 'The user name or the password is wrong.' },
  locked: {
    kind: 'too-much',
    zh: '失败次数过多，请 {minutes} 分钟后再试，或请系统管理员重设密码。',
    en: 'Too many failed attempts: try again in {minutes} min, or let the administrator reset the password.',
  },
  disabled: { kind: 'not-allowed', zh: '这个账号已停用，请联系系统管理员。', en: 'This account is disabled; please ask the administrator.' },
  'code-needed': { kind: 'unknown-person', zh: '请输入动态码。', en: 'Enter the one-time code.' },
  'code-wrong': {
    kind: 'unknown-person',
    zh: '动态码不对或已用过，请等下一个。',
    en: 'The one-time code is wrong or was used; wait for the next one.',
  },
  'password-weak': { kind: 'invalid', zh: '密码不合要求：{zh}。', en: 'The password does not do: {en}.' },
  'password-used': {
    kind: 'invalid',
    zh: '新密码与最近 {count} 次用过的相同，请换一个。',
    en: 'The password is one of the last {count}; choose another one.',
  },
  'login-taken': { kind: 'conflict', zh: '用户名“{login}”已被使用。', en: 'The user name “{login}” is taken.' },
  'phone-taken': { kind: 'conflict', zh: '这个手机号已被其他账号使用。', en: 'The phone belongs to another account.' },
  'not-found': { kind: 'not-found', zh: '没有这个账号。', en: 'There is no such account.' },
  'grant-not-found': { kind: 'not-found', zh: '没有这项授权。', en: 'There is no such grant.' },
  'role-unknown': { kind: 'invalid', zh: '没有名为“{role}”的角色。', en: 'There is no role “{role}”.' },
  'grant-level': {
    kind: 'invalid',
    zh: '角色“{zh}”不能授予这一级区域。',
    en: 'The role “{en}” is not given for an area of this level.',
  },
  'grant-department': {
    kind: 'invalid',
    zh: '请选择部门：{departments}。',
    en: 'Name a department: {departments}.',
  },
  'grant-beyond': {
    kind: 'not-allowed',
    zh: '不能授予自己没有的角色、部门或辖区以外的区域。',
    en: 'You cannot give a role, department or area that you do not hold.',
  },
  'grant-apart': {
    kind: 'conflict',
    zh: '系统、安全、审计三员须由不同的人担任，且不兼任其他角色。',
    en: 'The three administrators are different people and hold no other role.',
  },
  'grant-dates': { kind: 'invalid', zh: '失效日期须晚于生效日期。', en: 'The grant must end after it begins.' },
  'grant-own': { kind: 'not-allowed', zh: '不能给自己授权。', en: 'You cannot give a grant to yourself.' },
  'no-post': { kind: 'conflict', zh: '这个账号在该日没有可移交的授权。', en: 'The account holds no grant at that day.' },
  'post-beyond': {
    kind: 'not-allowed',
    zh: '只能办理自己有权授予的角色、部门和辖区。',
    en: 'You can only pass on roles, departments and areas that you may give.',
  },
  'same-account': { kind: 'invalid', zh: '代理人、接任人须是另一个账号。', en: 'The deputy or successor must be another account.' },
  'deputy-dates': { kind: 'invalid', zh: '代理结束日期须晚于开始日期和今天。', en: 'The absence must end after it begins, and after today.' },
  'not-deputy': { kind: 'not-allowed', zh: '您现在不是这个账号的代理人。', en: 'You are not the deputy of that account now.' },
  'second-factor-stands': { kind: 'conflict', zh: '双因素登录已启用。', en: 'The second factor is already set up.' },
  'provider-down': {
    kind: 'broken',
    zh: '统一身份认证暂时不可用，请稍后再试，或用用户名和密码登录。',
    en: 'Single sign-on is not available right now: try again later, or sign in with user name and password.',
  },
  'provider-refused': {
    kind: 'unknown-person',
    zh: '统一身份认证没有完成登录，请重试。',
    en: 'Single sign-on did not complete; please try again.',
  },
  'provider-answer': {
    kind: 'unknown-person',
    zh: '统一身份认证的答复不能采信（已过期、用过，或不是这次登录的），请重新登录。',
    en: 'The answer of single sign-on cannot be trusted (expired, used before, or not of this sign-in); please sign in again.',
  },
  'provider-unknown': {
    kind: 'unknown-person',
    zh: '您的统一身份还没有关联本系统的账号，请联系系统管理员。',
    en: 'Your identity is not linked with an account here; please ask the administrator.',
  },
  'provider-second-factor': {
    kind: 'unknown-person',
    zh: '您的账号启用了双因素登录，而统一身份认证没有核验第二因素；请用密码和动态码登录。',
    en: 'Your account has a second factor, and single sign-on did not check one; sign in with password and code.',
  },
  'provider-off': { kind: 'not-found', zh: '没有启用统一身份认证。', en: 'Single sign-on is not set up.' },
  'identity-taken': { kind: 'conflict', zh: '这个统一身份已关联其他账号。', en: 'This identity is linked with another account.' },
  'token-permissions': { kind: 'invalid', zh: '令牌的权限须是您自己的权限。', en: 'A token holds only permissions that you have.' },
});
