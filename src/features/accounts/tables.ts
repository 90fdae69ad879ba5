/** Tables of accounts: who there is, what each was given, and how each signs in. People's requests never read them; only this room does. */
import type { Table } from '#derive/table.ts';

const account: Table = {
  name: 'account',
  zh: '账号',
  columns: [
    { name: 'account_id', type: 'bigint', notNull: true, identity: true, zh: '账号编号' },
    { name: 'login', type: 'text', notNull: true, zh: '用户名' },
    { name: 'name', type: 'text', notNull: true, zh: '姓名' },
    { name: 'phone', type: 'bytea', bytes: 'sealed', zh: '手机号(加密)' },
    { name: 'phone_index', type: 'bytea', bytes: { of: 'phone', domain: 'phone' }, zh: '手机号(盲索引)' },
    { name: 'password_hash', type: 'text', zh: '密码散列(argon2id)' },
    { name: 'password_set_at', type: 'timestamp with time zone', zh: '密码设置时间' },
    { name: 'must_change', type: 'boolean', notNull: true, default: 'true', zh: '登录后须改密码' },
    { name: 'totp_secret', type: 'bytea', bytes: 'sealed', zh: '动态码密钥(加密)' },
    { name: 'totp_confirmed_at', type: 'timestamp with time zone', zh: '动态码启用时间' },
    { name: 'totp_last_step', type: 'bigint', zh: '最后用过的动态码时段' },
    { name: 'is_demo', type: 'boolean', notNull: true, default: 'false', zh: '演示账号' },
    { name: 'made_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '建立时间' },
    { name: 'made_by', type: 'bigint', zh: '建立人' },
    { name: 'leaves_on', type: 'date', zh: '离岗日期(当日起停用)' },
    { name: 'disabled_at', type: 'timestamp with time zone', zh: '停用时间' },
    { name: 'signed_in_at', type: 'timestamp with time zone', zh: '最近登录' },
  ],
  primaryKey: ['account_id'],
  indexes: [
    { columns: ['login'], unique: true },
    { columns: ['phone_index'], unique: true },
  ],
  spread: 'everywhere',
  readBy: 'nobody',
};

/** A role in an area, for a department where the role asks for one, from a day to before a day. */
const accountGrant: Table = {
  name: 'account_grant',
  zh: '授权',
  columns: [
    { name: 'grant_id', type: 'bigint', notNull: true, identity: true, zh: '授权编号' },
    { name: 'account_id', type: 'bigint', notNull: true, zh: '账号' },
    { name: 'role', type: 'text', notNull: true, zh: '角色' },
    { name: 'area_code', type: 'text', notNull: true, zh: '区域' },
    { name: 'department', type: 'text', zh: '部门' },
    { name: 'valid_from', type: 'date', notNull: true, zh: '生效日期' },
    { name: 'valid_to', type: 'date', zh: '失效日期(不含)' },
    { name: 'given_at', type: 'timestamp with time zone', notNull: true, default: 'now()', zh: '授权时间' },
    { name: 'given_by', type: 'bigint', zh: '授权人' },
    { name: 'revoked_at', type: 'timestamp with time zone', zh: '收回时间' },
    { name: 'revoked_by', type: 'bigint', zh: '收回人' },
    { name: 'stands_for', type: 'bigint', zh: '代理的授权(空为本人授权)' },
  ],
  primaryKey: ['grant_id'],
  indexes: [{ columns: ['account_id'] }, { columns: ['area_code'] }],
  foreignKeys: [{ columns: ['account_id'], table: 'account', target: ['account_id'] }],
  spread: 'everywhere',
  readBy: 'nobody',
};

/** A signed-in browser. Its secret is kept as a hash: whoever reads this table cannot use it. */
const session: Table = {
  name: 'session',
  zh: '会话',
  columns: [
    { name: 'session_id', type: 'bigint', notNull: true, identity: true, zh: '会话编号' },
    { name: 'secret_hash', type: 'bytea', bytes: 'plain', notNull: true, zh: '会话凭据(散列)' },
    { name: 'account_id', type: 'bigint', notNull: true, zh: '账号' },
    { name: 'opened_at', type: 'timestamp with time zone', notNull: true, zh: '登录时间' },
    { name: 'seen_at', type: 'timestamp with time zone', notNull: true, zh: '最近活动' },
    { name: 'address', type: 'text', zh: '来源地址' },
    { name: 'agent', type: 'text', zh: '浏览器' },
    { name: 'with_second_factor', type: 'boolean', notNull: true, default: 'false', zh: '经双因素登录' },
    { name: 'by_provider', type: 'boolean', notNull: true, default: 'false', zh: '经统一身份认证登录' },
    { name: 'closed_at', type: 'timestamp with time zone', zh: '退出时间' },
    { name: 'acts_for', type: 'bigint', zh: '以代理身份代何账号(空为本人)' },
  ],
  primaryKey: ['session_id'],
  indexes: [{ columns: ['secret_hash'], unique: true }, { columns: ['account_id'] }],
  foreignKeys: [{ columns: ['account_id'], table: 'account', target: ['account_id'] }],
  spread: 'everywhere',
  readBy: 'nobody',
};

/** Codes to sign in without the device that makes the one-time codes; each works once. */
const recoveryCode: Table = {
  name: 'recovery_code',
  zh: '恢复码',
  columns: [
    { name: 'account_id', type: 'bigint', notNull: true, zh: '账号' },
    { name: 'code_hash', type: 'bytea', bytes: 'plain', notNull: true, zh: '恢复码(散列)' },
    { name: 'used_at', type: 'timestamp with time zone', zh: '使用时间' },
  ],
  primaryKey: ['account_id', 'code_hash'],
  indexes: [],
  foreignKeys: [{ columns: ['account_id'], table: 'account', target: ['account_id'] }],
  spread: 'everywhere',
  readBy: 'nobody',
};

/** Passwords that an account had: the last ones may not be used again. */
const formerPassword: Table = {
  name: 'former_password',
  zh: '用过的密码',
  columns: [
    { name: 'account_id', type: 'bigint', notNull: true, zh: '账号' },
    { name: 'set_at', type: 'timestamp with time zone', notNull: true, zh: '设置时间' },
    { name: 'password_hash', type: 'text', notNull: true, zh: '密码散列' },
  ],
  primaryKey: ['account_id', 'set_at'],
  indexes: [],
  foreignKeys: [{ columns: ['account_id'], table: 'account', target: ['account_id'] }],
  spread: 'everywhere',
  readBy: 'nobody',
};

/** Failed attempts under one name, whether somebody has it or not: a lock tells nothing about accounts. The name itself is not kept; a change of keys forgets the failures. */
const signInFailure: Table = {
  name: 'sign_in_failure',
  zh: '登录失败',
  columns: [
    { name: 'name_index', type: 'bytea', bytes: 'plain', notNull: true, zh: '所填用户名(盲索引)' },
    { name: 'failures', type: 'integer', notNull: true, zh: '连续失败次数' },
    { name: 'failed_at', type: 'timestamp with time zone', notNull: true, zh: '最近失败' },
    { name: 'locked_until', type: 'timestamp with time zone', zh: '锁定至' },
  ],
  primaryKey: ['name_index'],
  indexes: [{ columns: ['failed_at'] }],
  spread: 'everywhere',
  readBy: 'nobody',
};

/** A key for a system: what it may do, and until when; only its hash is kept. */
const accessToken: Table = {
  name: 'access_token',
  zh: '接口令牌',
  columns: [
    { name: 'token_id', type: 'bigint', notNull: true, identity: true, zh: '令牌编号' },
    { name: 'account_id', type: 'bigint', notNull: true, zh: '账号' },
    { name: 'name', type: 'text', notNull: true, zh: '用途' },
    { name: 'secret_hash', type: 'bytea', bytes: 'plain', notNull: true, zh: '令牌(散列)' },
    { name: 'permissions', type: 'text[]', notNull: true, zh: '权限' },
    { name: 'made_at', type: 'timestamp with time zone', notNull: true, zh: '建立时间' },
    { name: 'expires_at', type: 'timestamp with time zone', notNull: true, zh: '失效时间' },
    { name: 'used_at', type: 'timestamp with time zone', zh: '最近使用' },
    { name: 'revoked_at', type: 'timestamp with time zone', zh: '收回时间' },
  ],
  primaryKey: ['token_id'],
  indexes: [{ columns: ['secret_hash'], unique: true }, { columns: ['account_id'] }],
  foreignKeys: [{ columns: ['account_id'], table: 'account', target: ['account_id'] }],
  spread: 'everywhere',
  readBy: 'nobody',
};

/** A post handed to a successor from a day on, with the work that was open then. */
const handover: Table = {
  name: 'handover',
  zh: '岗位移交',
  columns: [
    { name: 'handover_id', type: 'bigint', notNull: true, identity: true, zh: '移交号' },
    { name: 'account_id', type: 'bigint', notNull: true, zh: '移交人' },
    { name: 'successor_id', type: 'bigint', notNull: true, zh: '接任人' },
    { name: 'on_day', type: 'date', notNull: true, zh: '移交日期' },
    { name: 'open_work', type: 'jsonb', notNull: true, zh: '移交时未完成的工作' },
    { name: 'stated_by', type: 'text', notNull: true, zh: '办理人' },
    { name: 'stated_at', type: 'timestamp with time zone', notNull: true, zh: '办理时间' },
    { name: 'done_at', type: 'timestamp with time zone', zh: '工作移交完成时间' },
  ],
  primaryKey: ['handover_id'],
  indexes: [{ columns: ['account_id'] }],
  foreignKeys: [
    { columns: ['account_id'], table: 'account', target: ['account_id'] },
    { columns: ['successor_id'], table: 'account', target: ['account_id'] },
  ],
  spread: 'everywhere',
  readBy: 'nobody',
};

/** Who somebody is with the provider of single sign-on. The provider's name for a person may be an identity number: it is sealed. */
const providerIdentity: Table = {
  name: 'provider_identity',
  zh: '统一身份',
  columns: [
    { name: 'account_id', type: 'bigint', notNull: true, zh: '账号' },
    { name: 'issuer', type: 'text', notNull: true, zh: '认证系统' },
    { name: 'subject', type: 'bytea', bytes: 'sealed', notNull: true, zh: '统一身份编号(加密)' },
    { name: 'subject_index', type: 'bytea', bytes: { of: 'subject', domain: 'oidc-subject' }, notNull: true, zh: '统一身份编号(盲索引)' },
    { name: 'linked_at', type: 'timestamp with time zone', notNull: true, zh: '关联时间' },
    { name: 'linked_by', type: 'bigint', zh: '关联人(空为首次登录时按用户名)' },
  ],
  primaryKey: ['account_id', 'issuer'],
  indexes: [{ columns: ['issuer', 'subject_index'], unique: true }],
  foreignKeys: [{ columns: ['account_id'], table: 'account', target: ['account_id'] }],
  spread: 'everywhere',
  readBy: 'nobody',
};

export const accountTables: readonly Table[] = [
  account,
  accountGrant,
  session,
  recoveryCode,
  formerPassword,
  signInFailure,
  accessToken,
  providerIdentity,
  handover,
];
