/**
 * What the start script calls. {@link io.github.cnnclassifier.cli.Main} runs
 * the same commands with the same keys as menus and macros do, and says by its
 * exit status how it went.
 */

package io.github.cnnclassifier.cli;
