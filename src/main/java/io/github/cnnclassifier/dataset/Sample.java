
package io.github.cnnclassifier.dataset;

/**
 * One labeled image that has been found but not yet read.
 *
 * @param label class name
 * @param name path relative to the data set, separated by '/', or for IDX files
 *          "train-images-idx3-ubyte[17]" with a 0-based index
 * @param declaredSide the side the data set itself puts it on; null if it does
 *          not say
 * @param source reads the pixels
 */
public record Sample(String label, String name, Side declaredSide,
		SampleSource source)
{
}
