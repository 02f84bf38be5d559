/**
 * Class maps as images, in memory and as files: {@link MapOutput}.
 */

package io.github.cnnclassifier.imagej.map;
