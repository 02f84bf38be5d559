/**
 * The window in which a person gives labels, over a
 * {@link io.github.cnnclassifier.workflow.label.LabelSession}, and the same on
 * an open image. Nothing is computed here.
 */

package io.github.cnnclassifier.ui.label;
