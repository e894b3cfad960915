#!/usr/bin/env node
/** Entry of `stibium`: hands the command line over and takes the exit code. */

import { runCli } from "./run-cli.ts";

process.exitCode = await runCli(process.argv.slice(2));
