/**
 * A map of classes over a large field, window by window: {@link MapClasses}.
 */

package io.github.cnnclassifier.workflow.map;
