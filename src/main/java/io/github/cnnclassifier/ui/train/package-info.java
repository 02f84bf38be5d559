/**
 * Training as a person sees it: what its images are and how it is set, while it
 * lasts, and what came of it. It edits the keys of the command and computes
 * nothing.
 */

package io.github.cnnclassifier.ui.train;
