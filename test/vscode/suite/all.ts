import './checks.ts';
import './formatting.ts';
import './impression.ts';
import './panels.ts';
import './rules.ts';
import './server.ts';
import './site.ts';
import './writing.ts';
