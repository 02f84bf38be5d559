/**
 * Where labeled images come from: {@link LabeledImages} lists them from class
 * folders, train/validation/test layouts, stacks, lists with regions and IDX
 * files, and opens nothing before it is asked to. A {@link Sample} is one image
 * with its label and what the source says of its side and group.
 */

package io.github.cnnclassifier.dataset.source;
