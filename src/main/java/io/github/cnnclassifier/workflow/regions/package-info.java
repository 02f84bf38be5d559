/**
 * Regions of an image: {@link ClassifyRegions} classifies them,
 * {@link SaveRegions} saves them as training images.
 */

package io.github.cnnclassifier.workflow.regions;
