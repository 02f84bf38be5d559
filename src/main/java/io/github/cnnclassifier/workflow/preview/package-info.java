/**
 * What a network sees of an image: {@link PreprocessImage} and, with random
 * changes, {@link PreviewAugmentation}.
 */

package io.github.cnnclassifier.workflow.preview;
