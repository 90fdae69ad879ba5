/** In which form systems and group robots outside are told. */

/** How a form is used: `isRead` by people, so that it keeps quiet hours and gathers several notices; its secret is made here, given by the robot, or there is none. */
export interface WebhookFormat {
  readonly zh: string;
  readonly en: string;
  readonly isRead: boolean;
  readonly secret: 'made' | 'given' | 'none';
}

export const webhookFormats = {
  cloudevents: { zh: '业务系统（CloudEvents）', en: 'System (CloudEvents)', isRead: false, secret: 'made' },
  wecom: { zh: '企业微信群机器人', en: 'WeCom group robot', isRead: true, secret: 'none' },
  dingtalk: { zh: '钉钉群机器人', en: 'DingTalk group robot', isRead: true, secret: 'given' },
} as const satisfies Readonly<Record<string, WebhookFormat>>;
export type WebhookFormatName = keyof typeof webhookFormats;
