import { startupSnapshot } from 'node:v8';
import { shipped } from '../shipped.ts';
import { files } from './files.ts';
import { serve } from './serve.ts';

const environment = shipped(setImmediate, files);
if (startupSnapshot.isBuildingSnapshot()) void import('./started.ts').then(({ keepStarted }) => keepStarted(environment));
else serve(environment);
