import { createRoot } from 'react-dom/client';
import { Page } from './page.tsx';
import './styles/base.css';
import './styles/layout.css';
import './styles/around.css';
import './styles/guide.css';
import './styles/talk.css';
import './styles/blocks.css';
import './styles/forms.css';
import './styles/happened.css';
import './styles/phone.css';

const root = document.getElementById('page');
if (root) createRoot(root).render(<Page />);
