/**
 * Labeled images: where they come from ({@link LabeledImages}: class folders,
 * train/validation/test layouts, stacks, lists, IDX files), what is in them
 * ({@link Survey}), which side of the split each belongs to ({@link Split}) and
 * how they reach a network ({@link SplitImages}). The test side has a type of
 * its own, so that it cannot be handed to training by mistake.
 */

package io.github.cnnclassifier.dataset;

import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
