import './nonce.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/frame.css';
import './styles/start.css';
import './styles/tables.css';
import './styles/sheet.css';
import './styles/panel.css';
import './styles/origin.css';
import './styles/findings.css';
import './styles/guide.css';
import './styles/going.css';
import './styles/checks.css';
import './styles/entry-grid.css';
import './styles/entry.css';
import './styles/adjusting.css';
import './styles/preview.css';
import './styles/backups.css';
import './styles/profiles.css';
import './styles/profile-fields.css';
import './styles/comparison.css';
import './styles/overview.css';
import './styles/setup.css';
import './styles/incoming.css';
import './styles/registers.css';
import 'dayjs/locale/zh-cn';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { nonce } from './nonce.ts';
import { theme } from './theme.ts';

// antd's locale leaves the names of days and months to dayjs.
dayjs.locale('zh-cn');

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <App />
    </ConfigProvider>
  </StrictMode>,
);
