
package io.github.cnnclassifier.dataset.source;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionOfInterest;

/**
 * A region that was saved as an image of its own.
 *
 * @param path of that image, relative to the list, separated by '/'
 * @param label its class
 * @param origin what tells the image it was cut from; images of one origin must
 *          stay on one side of a split, so it is also the group
 * @param roi what was cut out
 * @param cut the rectangle of the image that was saved, margin included
 * @param cropping how it was cut
 */
public record SavedRegion(String path, String label, String origin,
		RegionOfInterest roi, Region cut, RegionCropping cropping)
{

	/**
	 * Columns called x, y, width, height or slice would mean that the image at
	 * {@code path} is to be cropped once more; where it came from has other
	 * names.
	 *
	 * @return value by column, in the order of the list
	 */
	Map<String, String> columns() {
		final Map<String, String> columns = new LinkedHashMap<>();
		columns.put("path", path);
		columns.put("class", label);
		columns.put("group", origin);
		columns.put("source", origin);
		columns.put("roi", roi.name());
		columns.put("roiGroup", roi.group());
		columns.put("sourceX", Integer.toString(cut.x()));
		columns.put("sourceY", Integer.toString(cut.y()));
		columns.put("sourceWidth", Integer.toString(cut.width()));
		columns.put("sourceHeight", Integer.toString(cut.height()));
		columns.put("sourceSlice", Integer.toString(roi.slice()));
		columns.put("sourceFrame", Integer.toString(roi.frame()));
		columns.put("margin", Integer.toString(cropping.margin()));
		columns.put("masked", Boolean.toString(cropping.masked()));
		return columns;
	}
}
