/**
 * Training as a person sees it: while it lasts, and what came of it. Nothing
 * here computes.
 */

package io.github.cnnclassifier.ui.train;
