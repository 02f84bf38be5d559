/**
 * The window of a training: what its images are, how it is set, and places for
 * what is seen of it while it runs and when it has ended. It edits the keys of
 * the command and computes nothing.
 */

package io.github.cnnclassifier.ui.train;
