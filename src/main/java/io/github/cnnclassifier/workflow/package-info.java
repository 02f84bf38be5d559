/**
 * One class per thing a user does: a request goes in, a result comes out, in
 * plain Java and without a display. Commands, the start script and scripts all
 * end here, so all give the same answer. All of them, here and in the packages
 * below, follow one protocol:
 *
 * <pre>
 * Workflow.Result result = new Workflow(tools, ..., progress).run(
 * 	new Workflow.Request(...));
 * </pre>
 * <ul>
 * <li>The constructor takes what the host has: {@link Tools} or the part of
 * them that is needed, who is asked or told while the work goes on, and last
 * the {@link io.github.cnnclassifier.progress.Progress}, which shows the work
 * and cancels it.</li>
 * <li>A record {@code Request} holds all that the user asked for, a record
 * {@code Result} all that came of it. {@code run} is the only other public
 * method.</li>
 * <li>A run that is stopped ends with a
 * {@link io.github.cnnclassifier.progress.CanceledException}. Who can use what
 * was finished until then is told of it by what the constructor took.</li>
 * <li>What the user can mend is a
 * {@link io.github.cnnclassifier.failure.UserFailure}. One of many items that
 * fails is part of the result, with its reason
 * ({@link io.github.cnnclassifier.image.ItemOutcome}).</li>
 * </ul>
 */

package io.github.cnnclassifier.workflow;
