// The worker as it stands in src, for threads of tests: tsx reads TypeScript for them.
import { register } from "tsx/esm/api";

register();
await import("../../src/actions/threads/worker.ts");
