
package io.github.cnnclassifier.workflow.crossvalidate;

import java.io.IOException;
import java.util.Map;

import io.github.cnnclassifier.workflow.RunSettings;
import io.github.cnnclassifier.workflow.train.LearningSettings;

/** All that decides what stands in the table of a cross-validation. */
final class FoldSettings {

	private FoldSettings() {}

	/**
	 * @param request of a user
	 * @param images that were divided
	 * @return what has an influence on rows
	 * @throws IOException if the model of the start cannot be read
	 */
	static RunSettings of(final CrossValidate.Request request,
		final DividedImages images) throws IOException
	{
		final Map<String, String> settings = LearningSettings.ofImages(images
			.survey(), images.grouping());
		settings.put("allowLeak", String.valueOf(request.allowLeak()));
		settings.put("folds", String.valueOf(request.folds().folds()));
		settings.put("leaveOneGroupOut", String.valueOf(request.folds()
			.leavesGroupsOut()));
		settings.put("repeats", String.valueOf(request.folds().repeats()));
		settings.putAll(LearningSettings.ofTraining(request.planes(), request
			.recipe()));
		return new RunSettings(settings);
	}
}
