import './checks.ts';
import './impression.ts';
import './server.ts';
import './site.ts';
import './writing.ts';
