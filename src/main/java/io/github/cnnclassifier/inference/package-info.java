/**
 * A classifier at work: {@link Classifier} on single images, {@link BatchRun}
 * on many, with reading ahead, results in order and a reason for each failure.
 */

package io.github.cnnclassifier.inference;
