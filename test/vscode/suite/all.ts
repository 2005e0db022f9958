import './checks.ts';
import './desk.ts';
import './formatting.ts';
import './impression.ts';
import './rules.ts';
import './server.ts';
import './site.ts';
import './writing.ts';
