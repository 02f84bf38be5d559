
package io.github.cnnclassifier.dataset.source;

import java.util.List;

/**
 * What a source holds, before the rules about classes are applied.
 *
 * @param labels of the samples, in the order of their label indices
 * @param samples in their final order
 * @param skipped files and folders left out
 */
record Found(List<String> labels, List<Sample> samples,
		List<SkippedFile> skipped)
{

	/**
	 * Crops of one image stay together even when their folders are given instead
	 * of their list.
	 */
	Found grouped(final RegionList regions) {
		return new Found(labels, samples.stream().map(sample -> sample
			.group() != null ? sample : regions.group(sample.name()).map(
				sample::inGroup).orElse(sample)).toList(), skipped);
	}
}
