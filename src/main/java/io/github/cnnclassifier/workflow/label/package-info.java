/**
 * Labels for crops of images: {@link StartLabeling} opens a
 * {@link LabelSession} on a {@link LabelSource}, in which every label is on the
 * disk at once and predictions of the others follow within half a second;
 * {@link CompareAnnotators} compares the labels of two people.
 */

package io.github.cnnclassifier.workflow.label;
