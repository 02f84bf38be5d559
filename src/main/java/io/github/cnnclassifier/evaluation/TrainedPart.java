
package io.github.cnnclassifier.evaluation;

/**
 * What a network said of the held-out images that learned from a part of the
 * others.
 *
 * @param step 1 for the smallest part, 2 for the next one, and so on
 * @param repeat 1-based
 * @param images how many it learned from, at least 1
 * @param result on the held-out images, the same ones for each part
 */
public record TrainedPart(int step, int repeat, int images,
		EvaluationResult result)
{
}
