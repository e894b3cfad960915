// The built worker, for threads of tests whose simulators are TypeScript: tsx reads that for them.
import { register } from "tsx/esm/api";

register();
await import("../../dist/actions/threads/worker.js");
