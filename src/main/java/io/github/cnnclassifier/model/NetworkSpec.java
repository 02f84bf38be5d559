
package io.github.cnnclassifier.model;

/**
 * Everything that decides the shapes of a network.
 *
 * @param architecture the layers
 * @param input the shape of one input, C,H,W
 * @param classes the number of outputs, at least 2
 */
public record NetworkSpec(Architecture architecture, InputShape input,
		int classes)
{
}
