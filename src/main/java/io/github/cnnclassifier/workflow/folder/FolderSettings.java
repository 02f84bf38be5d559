
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cnnclassifier.archive.ModelFingerprint;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.workflow.RunSettings;

/** All that decides what stands in a table of a folder. */
final class FolderSettings {

	private FolderSettings() {}

	/**
	 * @param request of a user
	 * @param saved the model
	 * @param planes what becomes of stacks; null where they are an error
	 * @return what has an influence on rows
	 * @throws IOException if the folder of images cannot be found
	 */
	static RunSettings of(final ClassifyFolder.Request request,
		final SavedClassifier saved, final PlanePolicy planes) throws IOException
	{
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("model", saved.description().name() + " (" + ModelFingerprint
			.of(saved) + ")");
		settings.put("images", request.images().toRealPath().toString());
		settings.put("include", String.join(", ", request.filter().include()));
		settings.put("skip", String.join(", ", request.filter().skip()));
		settings.putAll(request.input().words());
		settings.put("planes", planes == null ? "none" : planes.label());
		settings.put("threshold", String.valueOf(request.threshold().least()));
		// where it has an influence; not so with models of earlier versions
		if (saved.unlike().isPresent()) settings.put("unlike", request.threshold()
			.unlike().label());
		return new RunSettings(settings);
	}
}
