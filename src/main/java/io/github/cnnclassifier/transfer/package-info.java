/**
 * A head start: what a classifier learned before is used for other images. Its
 * layers but the last give features ({@link FeatureTable}), to which a new head
 * is fitted ({@link HeadFit}).
 */

package io.github.cnnclassifier.transfer;
