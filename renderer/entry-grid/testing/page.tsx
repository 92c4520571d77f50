import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/controls.css';
import '../../styles/entry-grid.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { PlainSource } from './plain-source.ts';
import { sampleColumns } from './sample-columns.ts';
import { sampleLines } from './sample-lines.ts';
import { SampleSource } from './sample-source.ts';
import { TestSheet } from './test-sheet.tsx';

// `?lines=5000&columns=12&enter=right&plain=1`
const asked = new URLSearchParams(window.location.search);
const lines = sampleLines(Number(asked.get('lines') ?? 11));
const columns = sampleColumns(Number(asked.get('columns') ?? 6) - 4);
const sample = asked.has('plain') ? new PlainSource(lines) : new SampleSource(lines);

const root = document.getElementById('root');
if (root === null) throw new Error('page.html has no #root');
createRoot(root).render(
  <TestSheet
    sample={sample}
    columns={columns}
    enterMoves={asked.get('enter') === 'right' ? 'right' : 'down'}
  />,
);
