/** What a suite tells of one test, from inside an extension host to the run outside. */
export interface TestEvent {
  readonly outcome: 'pass' | 'fail' | 'skip';
  readonly title: string;
  readonly ms: number;
  /** Why it failed, with where. */
  readonly why: string;
}

/** Console lines of a suite begin so; an extension host's console holds much else. */
const MARK = 'emh-test ';

export const toLine = (event: TestEvent): string => MARK + JSON.stringify(event);

export const fromLine = (line: string): TestEvent | null =>
  line.startsWith(MARK) ? (JSON.parse(line.slice(MARK.length)) as TestEvent) : null;
