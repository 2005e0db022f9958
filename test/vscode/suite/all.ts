import './checks.ts';
import './impression.ts';
import './server.ts';
import './writing.ts';
