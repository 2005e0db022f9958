import './checks.ts';
import './formatting.ts';
import './impression.ts';
import './rules.ts';
import './server.ts';
import './site.ts';
import './templates.ts';
import './writing.ts';
