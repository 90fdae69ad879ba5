/** What an item about health is called to those who may not see health data: that there is something, not what. */
export const neutralItem = { code: 'E00', zh: '健康服务事项', en: 'A matter of health services' } as const;
