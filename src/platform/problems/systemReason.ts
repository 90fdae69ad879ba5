/** Why the operating system refused, in words: the reason that a sentence of a problem carries, `reason` in Chinese and `reasonEn` in English. */
const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  EACCES: ['没有权限', 'permission denied'],
  EPERM: ['没有权限', 'permission denied'],
  EROFS: ['该位置只读', 'the place is read-only'],
  ENOENT: ['没有这个位置', 'there is no such place'],
  ENOTDIR: ['路径中有一段不是文件夹', 'part of the path is no folder'],
  EISDIR: ['这是一个文件夹', 'it is a folder'],
  ENOSPC: ['磁盘已满', 'the disk is full'],
  EDQUOT: ['磁盘配额已用完', 'the disk quota is used up'],
  EMFILE: ['同时打开的文件太多', 'too many open files'],
  ENFILE: ['同时打开的文件太多', 'too many open files'],
  ENAMETOOLONG: ['名称太长', 'the name is too long'],
  ELOOP: ['链接指向自身', 'a link leads to itself'],
  EIO: ['磁盘读写出错', 'the disk failed'],
  ETXTBSY: ['文件正被使用', 'the file is in use'],
  EBUSY: ['文件正被使用', 'the file is in use'],
  ECONNREFUSED: ['对方没有在监听', 'nobody listens there'],
  ECONNRESET: ['连接中断', 'the connection broke'],
  ETIMEDOUT: ['没有应答', 'no answer'],
  ENOTFOUND: ['找不到该主机', 'no such host'],
  EAI_AGAIN: ['找不到该主机', 'no such host'],
  EINVAL: ['环境不支持', 'not supported here'],
  '28P01': ['用户名或密码不对', 'wrong user name or password'],
  '28000': ['不允许该用户登录', 'the user may not log in'],
  '3D000': ['没有这个数据库', 'no such database'],
};

/** The reason, ready to be a part of a problem's parameters. */
export interface SystemReason {
  readonly reason: string;
  readonly reasonEn: string;
}

/** The reason in an error of the operating system; its code stays beside the words, for whoever looks it up. */
export function systemReason(cause: unknown): SystemReason {
  const { code } = cause as { code?: unknown };
  if (typeof code !== 'string') return { reason: '原因不明', reasonEn: 'for an unknown reason' };
  const [zh, en] = words[code] ?? ['系统拒绝', 'the system refused'];
  return { reason: `${zh}，${code}`, reasonEn: `${en}, ${code}` };
}
