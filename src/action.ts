// The entry of the action. What it needs of the world is loaded when the event allows it.
import { runAction } from './action/run.ts';

await runAction();
