/**
 * One class per thing a user does: a request goes in, a result comes out, in
 * plain Java and without a display. Commands, the start script and scripts all
 * end here, so all give the same answer. What they work with, {@link Tools}, is
 * handed in by the host.
 */

package io.github.cnnclassifier.workflow;
