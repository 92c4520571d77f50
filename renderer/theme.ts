import type { ThemeConfig } from 'antd';

/** The tokens of styles/tokens.css for antd's own controls, which take no CSS variables of ours. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5a94',
    colorInfo: '#1f5a94',
    colorLink: '#1f5a94',
    colorError: '#b3261e',
    colorWarning: '#8a5a00',
    colorSuccess: '#2c6e49',
    colorText: '#1a212b',
    colorTextSecondary: '#4a5563',
    colorTextTertiary: '#5c6674',
    colorTextPlaceholder: '#5c6674',
    colorBorder: '#c5ccd5',
    colorBorderSecondary: '#dfe3e8',
    colorBgLayout: '#f3f4f6',
    borderRadius: 3,
    borderRadiusSM: 3,
    borderRadiusLG: 3,
    fontSize: 14,
    controlHeight: 30,
    controlHeightSM: 26,
    fontFamily: '"Microsoft YaHei UI","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif',
    controlItemBgActive: '#e8f0f8',
    controlItemBgActiveHover: '#e8f0f8',
    boxShadow: 'none',
    boxShadowSecondary: '0 4px 14px rgba(26, 33, 43, 0.16)',
    motion: false,
  },
  components: {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      paddingInlineSM: 8,
      contentFontSizeSM: 13,
      fontWeight: 400,
    },
    Select: {
      optionSelectedBg: '#e8f0f8',
      optionSelectedColor: '#1f5a94',
      optionActiveBg: '#edf0f3',
      fontSizeSM: 14,
    },
  },
};
