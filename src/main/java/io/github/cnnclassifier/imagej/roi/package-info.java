/**
 * Regions of interest to and from ours: {@link RegionSource} finds them on an
 * image, in the ROI Manager, a file or a label image; {@link ClassifiedRois}
 * marks answers on them, {@link RestoredRois} takes the marks back.
 */

package io.github.cnnclassifier.imagej.roi;
