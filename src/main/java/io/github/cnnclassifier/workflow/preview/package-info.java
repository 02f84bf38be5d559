/**
 * What a network sees of an image: {@link PreprocessImage} and, with random
 * changes, {@link PreviewAugmentation}; and what it looks at: {@link HeatMaps}.
 */

package io.github.cnnclassifier.workflow.preview;
