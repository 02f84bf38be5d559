
package io.github.cnnclassifier.engine;

/**
 * What a network says of a batch in one pass.
 *
 * @param probabilities N,classes, as {@link Network#predict} gives them
 * @param features N,F, as {@link Network#features} gives them
 */
public record BatchOutputs(float[] probabilities, float[] features) {
}
