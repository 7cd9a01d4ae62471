// The entry of the action. What it needs of the world is loaded when the event allows it.
import './edge/linear-patterns.ts';
import { runAction } from './action/run.ts';

await runAction();
